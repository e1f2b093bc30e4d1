import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { VaultErrorCode } from '../src/errors.ts'
import * as vault from '../src/index.ts'
import { LABEL, VAULT_NAMESPACE } from '../src/labels.ts'
import { couple } from './support/couple.ts'
import { refusal } from './support/refusal.ts'

const root = new URL('../', import.meta.url)
const read = (path: string) => readFile(new URL(path, root), 'utf8')
// However wide the formatter makes the tables.
const readSpec = async () => (await read('SPEC.md')).replaceAll(/ +/g, ' ')

async function testNames(): Promise<string> {
  const files = (await readdir(new URL('tests/', root))).filter((file) => file.endsWith('.test.ts'))
  const sources = await Promise.all(files.map((file) => read(`tests/${file}`)))
  const calls = /\b(?:test|describe)(?:\.each\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?\(\s*(['"`])(.*?)\1/gs
  return sources.flatMap((source) => [...source.matchAll(calls)].map(([, , name]) => name)).join('\n')
}

describe('[VE3] the specification and the tests are about the same rules', () => {
  test('[VE3] every rule has a test, every test a rule', async () => {
    const rules = [...(await readSpec()).matchAll(/^- \*\*\[([A-Z]{2}\d+)\]\*\*/gm)].map(([, rule]) => rule)
    expect(new Set(rules).size).toBe(rules.length)
    expect(rules.length).toBeGreaterThan(50)
    const tested = new Set([...(await testNames()).matchAll(/\[([A-Z]{2}\d+)\]/g)].map(([, rule]) => rule))
    expect(rules.filter((rule) => !tested.has(rule))).toEqual([])
    expect([...tested].filter((rule) => !rules.includes(rule))).toEqual([])
  })

  test('[VE3] every label is in the text, in the reserved namespace, and no two are the same', async () => {
    const spec = await readSpec()
    const labels = Object.values(LABEL)
    expect(new Set(labels).size).toBe(labels.length)
    for (const label of labels) {
      expect(label.startsWith(`${VAULT_NAMESPACE}v1/`)).toBe(true)
      expect(spec).toMatch(new RegExp(`[\`\\s]${label.slice(`${VAULT_NAMESPACE}v1/`.length)}[\`\\s]`))
    }
  })

  test('[VE3] the sizes in the text are the sizes in the code', async () => {
    const spec = (await readSpec()).replaceAll(',', '')
    for (const kind of ['page', 'record', 'shared', 'words', 'utterance', 'reason'] as const) {
      const { minBytes, maxBytes } = vault.envelopeLimits(kind)
      expect(spec).toContain(`| ${kind} | ${minBytes} | ${maxBytes} |`)
    }
    const { ACCOUNT_BUNDLE_MIN_BYTES, ACCOUNT_BUNDLE_MAX_BYTES, INVITATION_BUNDLE_BYTES, EPOCH_GRANT_BYTES } = vault
    expect(spec).toContain(
      `| account bundle | ${ACCOUNT_BUNDLE_MIN_BYTES} (909 with two slots) | ${ACCOUNT_BUNDLE_MAX_BYTES} |`,
    )
    expect(spec).toContain(`| epoch grant | ${EPOCH_GRANT_BYTES} |`)
    expect(spec).toContain(`| 16 / ${INVITATION_BUNDLE_BYTES} / ${INVITATION_BUNDLE_BYTES} |`)
  })
})

describe('[ER1] one error, one closed list', () => {
  test('[ER1] the text and the type list the same codes', async () => {
    const declared = [...(await read('src/errors.ts')).matchAll(/\| '([a-z_]+)'/g)].map(
      ([, code]) => code as VaultErrorCode,
    )
    const table = (await readSpec()).split('## Errors')[1]?.split('## Vectors')[0] ?? ''
    const written = [...table.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell]) => (cell ?? '').match(/[a-z_]+/g) ?? [])
    expect(written.sort()).toEqual([...declared].sort())
  })

  test('[ER1] every code is thrown somewhere in the tests', async () => {
    const declared = [...(await read('src/errors.ts')).matchAll(/\| '([a-z_]+)'/g)].map(([, code]) => code ?? '')
    const files = (await readdir(new URL('tests/', root))).filter(
      (file) => file.endsWith('.test.ts') && file !== 'spec.test.ts',
    )
    const sources = (await Promise.all(files.map((file) => read(`tests/${file}`)))).join('\n')
    expect(declared.filter((code) => !sources.includes(code))).toEqual([])
  })

  test('[ER1] nonsense in place of bytes is refused in the same way', async () => {
    const { ana, anas, bos } = await couple('nonsense')
    const { keyring } = ana
    const at = { entryId: vault.newUuid(), entryVersion: 1, deviceId: vault.newUuid(), deviceCounter: 1 }
    for (const nonsense of ['text', undefined, null, 7, [1, 2], {}] as unknown as Uint8Array[]) {
      const attempts = [
        () => vault.sign(keyring, nonsense),
        () => vault.sealPrivate(keyring, { ...at, kind: 'page' }, nonsense),
        () => vault.openPrivate(keyring, { ...at, kind: 'page' }, nonsense),
        () => vault.sealShared(keyring, anas, { ...at, kind: 'words', previousHash: 'first' }, nonsense),
        () =>
          vault.openShared(
            bos,
            { ...at, kind: 'words', previousHash: 'any', authorId: keyring.identity.userId },
            nonsense,
          ),
        () => vault.openInvitation(nonsense as vault.InvitationSecret, new Uint8Array(375)),
        () => vault.decodeIdentity(nonsense),
        () => vault.passwordSeed(nonsense),
      ]
      for (const attempt of attempts) expect(await refusal(attempt)).toMatch(/^argument_invalid: /)
    }
    const kind = 'diary' as 'page'
    expect(await refusal(() => vault.sealPrivate(keyring, { ...at, kind }, new Uint8Array(1)))).toBe(
      'argument_invalid: kind',
    )
    const chain = 'toString' as 'words'
    const place = { ...at, kind: chain, previousHash: 'first' } as const
    expect(await refusal(() => vault.sealShared(keyring, anas, place, new Uint8Array(1)))).toMatch(
      /^argument_invalid: /,
    )
    const numbers = { ...at, kind: 'page', deviceCounter: -1 } as const
    expect(await refusal(() => vault.sealPrivate(keyring, numbers, new Uint8Array(1)))).toBe(
      'argument_invalid: integer',
    )
  })
})
