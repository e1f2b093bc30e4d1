export * from './http-caller.ts'
export * from './live-device.ts'
export * from './scripted-partner.ts'
export * from './steered-clock.ts'
