import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { asyncApiDocument, openApiDocument, ROUTES } from '../src/documents/index.ts'
import { Ack, Attend, Bytes, DOWN, Email, ERRORS, LIMITS, PROTOCOL_VERSION, UpBeat, UpCommand } from '../src/index.ts'

const schemasOf = (messages: Record<string, z.ZodType>) =>
  Object.fromEntries(Object.entries(messages).map(([name, schema]) => [name, z.toJSONSchema(schema)]))

describe('the wire', () => {
  it('is what version 2 says; a change here is a change for clients in the wild: see Versions in SPEC.md', () => {
    const wire = JSON.stringify(schemasOf({ UpCommand, Attend, UpBeat, Ack, ...DOWN }))
    expect(createHash('sha256').update(wire).digest('hex').slice(0, 16)).toBe('6db6f5651412cd56')
  })

  it('WI3: refuses unknown fields and unknown commands', () => {
    const id = '0b0c2f3a-1111-4222-8333-444455556666'
    const pause = { v: PROTOCOL_VERSION, commandId: id, checkInId: id, type: 'pause' }
    expect(UpCommand.safeParse(pause).success).toBe(true)
    for (const wrong of [
      { ...pause, seat: 'a' },
      { ...pause, type: 'unfreeze' },
      { ...pause, v: PROTOCOL_VERSION + 1 },
      { ...pause, checkInId: id.toUpperCase() },
    ]) {
      expect(UpCommand.safeParse(wrong).success).toBe(false)
    }
  })

  it('WI4: no message from a device says who it is from', () => {
    const names = JSON.stringify(schemasOf({ UpCommand, Attend, UpBeat }))
    for (const name of ['seat', 'accountId', 'userId', 'authorId', 'sessionId'])
      expect(names).not.toContain(`"${name}"`)
  })

  it('measures bytes, not characters', () => {
    const key = Bytes(32, 32)
    expect(key.safeParse('A'.repeat(43)).success).toBe(true)
    for (const wrong of ['A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}=`, `${'A'.repeat(42)}+`])
      expect(key.safeParse(wrong).success).toBe(false)
  })

  it('knows one spelling of an e-mail', () => {
    expect(Email.parse('  Ana@Example.ORG ')).toBe('ana@example.org')
    expect(Email.safeParse(`${'a'.repeat(LIMITS.emailChars)}@example.org`).success).toBe(false)
  })
})

describe('the documents', () => {
  const openApi = JSON.parse(JSON.stringify(openApiDocument('https://turnstone.example'))) as {
    paths: Record<string, Record<string, { responses: Record<string, { description: string }> }>>
  }

  it('describe every route that is not internal, with its errors', () => {
    for (const route of ROUTES) {
      const operation = openApi.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()]
      expect([route.path, operation !== undefined]).toEqual([route.path, route.auth !== 'internal'])
      for (const code of operation ? route.errors : []) {
        expect(operation?.responses[ERRORS[code][0]]?.description).toContain(`\`${code}\``)
      }
    }
  })

  it('describe every socket message, and refer only to what is there', () => {
    const document = JSON.parse(JSON.stringify(asyncApiDocument('https://turnstone.example')))
    for (const name of ['command', 'attend', 'deviceBeat', 'ack', ...Object.keys(DOWN)]) {
      expect(Object.keys(document.channels.live.messages)).toContain(name)
    }
    for (const whole of [document, openApi]) {
      for (const [, pointer = ''] of JSON.stringify(whole).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
        if (pointer.startsWith('definitions') || pointer.startsWith('$defs')) continue
        const target = pointer
          .split('/')
          .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], whole)
        expect([pointer, typeof target]).toEqual([pointer, 'object'])
      }
    }
  })
})
