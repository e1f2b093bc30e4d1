import { http, LIMITS } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { serveRoute } from '../../http/serve-route.ts'
import { toBytes, toText } from '../../infra/bytes.ts'
import { deletePicture, findPicture, insertPicture } from './store.ts'

const CHANGES_PER_MINUTE = 60

export function kitRoutes(app: FastifyInstance, context: Context): void {
  const { db } = context

  serveRoute(
    app,
    context,
    http.kit.putPicture,
    async ({ params, body }, { accountId }) => {
      const picture = { accountId, id: params.pictureId, sealed: toBytes(body.sealed) }
      if ((await insertPicture(db, picture, LIMITS.pictures)) === 'full') throw new AppError('too_large')
      return undefined
    },
    { perMinute: CHANGES_PER_MINUTE },
  )

  serveRoute(app, context, http.kit.getPicture, async ({ params }, { accountId }) => {
    const sealed = await findPicture(db, { accountId, id: params.pictureId })
    if (!sealed) throw new AppError('not_found')
    return { sealed: toText(sealed) }
  })

  serveRoute(app, context, http.kit.deletePicture, async ({ params }, { accountId }) => {
    await deletePicture(db, { accountId, id: params.pictureId })
    return undefined
  })
}
