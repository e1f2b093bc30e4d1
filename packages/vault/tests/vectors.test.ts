import { readdir, readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { refusal } from './support/refusal.ts'
import { buildVectors, formatVectors, READERS, type VectorFile } from './support/vectors.ts'

const folder = new URL('../vectors/', import.meta.url)
const names = (await readdir(folder)).map((file) => file.replace(/\.json$/, ''))
const load = (name: string) => readFile(new URL(`${name}.json`, folder), 'utf8')

describe('[VE1] the generator gives the files as they are', () => {
  let built: Readonly<Record<string, VectorFile>>

  beforeAll(async () => {
    built = await buildVectors()
  })

  test('[VE1] the same files', () => {
    expect(Object.keys(built).sort()).toEqual([...names].sort())
  })

  test.each(names)('[VE1] %s', async (name) => {
    const file = built[name]
    expect(file && formatVectors(file)).toBe(await load(name))
  })
})

describe('[VE2] every vector does what it says', () => {
  test.each(names)('[VE2] %s', async (name) => {
    const file = JSON.parse(await load(name)) as VectorFile
    const reader = READERS[file.reader]
    const outcomes: string[] = []
    for (const vector of file.vectors) {
      let opened = ''
      const outcome = await refusal(async () => {
        opened = await reader(vector.input)
      })
      outcomes.push(outcome === 'opened' ? `${vector.about}: opens ${opened}` : `${vector.about}: refused ${outcome}`)
    }
    const expected = file.vectors.map((vector) =>
      'opens' in vector ? `${vector.about}: opens ${vector.opens}` : `${vector.about}: refused ${vector.refused}`,
    )
    expect(outcomes).toEqual(expected)
  })
})
