import * as z from 'zod'
import { LIMITS } from '../limits.ts'
import { Bytes, Id } from '../scalars.ts'
import { route } from './contract.ts'

/* The pictures of a comfort kit. The kit itself is one of the things a person keeps sealed for themselves. */

const Picture = z.strictObject({ sealed: Bytes(LIMITS.pictureBytes, LIMITS.pictureBytes) })
const params = z.strictObject({ pictureId: Id })

export const putPicture = route({
  method: 'PUT',
  path: '/api/kit/pictures/:pictureId',
  summary:
    'Keep a picture of mine, sealed. A picture does not change: repeating it does nothing more. One kit holds twelve; another one is `too_large`.',
  auth: 'session',
  params,
  body: Picture,
  status: 204,
  errors: [],
})

export const getPicture = route({
  method: 'GET',
  path: '/api/kit/pictures/:pictureId',
  summary: 'One of my pictures.',
  auth: 'session',
  params,
  status: 200,
  reply: Picture,
  errors: ['not_found'],
})

export const deletePicture = route({
  method: 'DELETE',
  path: '/api/kit/pictures/:pictureId',
  summary: 'Keep this picture no longer. Repeating it does nothing more.',
  auth: 'session',
  params,
  status: 204,
  errors: [],
})
