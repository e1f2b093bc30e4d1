// What has to be made from the sources before the service can run.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hashInputs } from '../../apps/web/scripts/build-inputs.mjs'
import { inProject, modernNode } from './project.mjs'
import { step } from './steps.mjs'

const generated = inProject('apps/server/src/generated/prisma/client.ts')
const generatedStamp = inProject('apps/server/src/generated/made-from')
const pagesStamp = inProject('apps/web/.next/turnstone-build')

/** Prisma's client, from the schema. */
export async function generateClient() {
  const wanted = hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'])
  if (existsSync(generated) && contentOf(generatedStamp) === wanted) return
  const prisma = inProject('node_modules/prisma/build/index.js')
  await step('Preparing the database client', modernNode(), [prisma, 'generate'])
  writeFileSync(generatedStamp, wanted)
}

/** The pages, from their sources. The build writes the stamp when all of it is there. */
export async function buildPages() {
  if (contentOf(pagesStamp) === hashInputs()) return
  await step('Building the pages (half a minute)', modernNode(), [inProject('apps/web/scripts/build.mjs')], {
    advice: 'The pages could not be built. If you changed nothing, there may be too little memory: 2 GB are needed.',
  })
}

/** @param {string[]} files */
function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(inProject(file)))
  return hash.digest('hex')
}

/** @param {string} file */
function contentOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
