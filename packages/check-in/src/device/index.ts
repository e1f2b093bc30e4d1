export { type Device, type DeviceEffect, type DeviceInput, type DeviceStep, newDevice } from './device.ts'
export { type Screen, screenOf } from './screen.ts'
export { deviceStep } from './step.ts'
export { BEAT_EVERY_MS, SILENCE_MS } from './times.ts'
