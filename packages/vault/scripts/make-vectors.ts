import { mkdir, writeFile } from 'node:fs/promises'
import { buildVectors, formatVectors } from '../tests/support/vectors.ts'

const folder = new URL('../vectors/', import.meta.url)
await mkdir(folder, { recursive: true })
for (const [name, file] of Object.entries(await buildVectors())) {
  await writeFile(new URL(`${name}.json`, folder), formatVectors(file))
}
