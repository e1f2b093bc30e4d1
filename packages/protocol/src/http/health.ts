import * as z from 'zod'
import { route } from './contract.ts'

const Health = z.strictObject({ status: z.literal('ok') })

export const live = route({
  method: 'GET',
  path: '/health/live',
  summary: 'The process answers.',
  auth: 'none',
  status: 200,
  reply: Health,
  errors: [],
})

export const ready = route({
  method: 'GET',
  path: '/health/ready',
  summary: 'The process and its database answer.',
  auth: 'none',
  status: 200,
  reply: Health,
  errors: ['database_away'],
})
