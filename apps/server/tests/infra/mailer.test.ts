import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/infra/config.ts'
import { createLogger } from '../../src/infra/logger.ts'
import { createMailer } from '../../src/infra/mailer/create-mailer.ts'
import type { Mailer } from '../../src/infra/mailer/mailer.ts'
import { MailServer } from '../support/mail-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { until } from '../support/until.ts'

const MAIL = {
  to: 'ana@example.org',
  subject: 'Una contraseña nueva',
  text: 'https://turnstone.example/es/reset#abc\n',
  html: '<p>Sí</p>',
}

const logged: string[] = []
const logger = createLogger('info', { write: (line) => logged.push(line) })
const open: Mailer[] = []

function mailer(env: Record<string, string>): Mailer {
  const made = createMailer(readConfig({ HOME: '/nowhere', ...env }).config, logger)
  open.push(made)
  return made
}

afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  logged.length = 0
})

describe('with a mail server', () => {
  test('a mail arrives, from us, marked as nobody’s to answer', async () => {
    const server = await MailServer.open()
    mailer({ SMTP_URL: server.url, TURNSTONE_PUBLIC_URL: 'https://turnstone.example' }).send(MAIL)
    await until('it has arrived', () => server.mails.length === 1)
    const [mail = ''] = server.mails
    expect(mail).toContain('From: no-reply@turnstone.example')
    expect(mail).toContain('To: ana@example.org')
    expect(mail).toContain('Auto-Submitted: auto-generated')
    expect(mail).toContain('multipart/alternative')
    server.close()
  })

  test('one that is busy is asked again; one that refuses is not', async () => {
    const busy = await MailServer.open('451 later')
    mailer({ SMTP_URL: busy.url }).send(MAIL)
    await until('it has arrived', () => busy.mails.length === 1)
    expect(busy.attempts).toBe(2)
    const refusing = await MailServer.open('550 nobody here', '550 nobody here')
    mailer({ SMTP_URL: refusing.url }).send(MAIL)
    await until('it was given up', () => logged.some((line) => line.includes('given up')))
    expect(refusing.attempts).toBe(1)
    busy.close()
    refusing.close()
  })

  test('neither whom it was for nor the password of the server is logged', async () => {
    const refusing = await MailServer.open('550 ana@example.org is not here')
    mailer({ SMTP_URL: refusing.url.replace('//', '//us:hunter2@') }).send(MAIL)
    await until('it was given up', () => logged.some((line) => line.includes('given up')))
    expect(logged.join('')).not.toMatch(/ana@|hunter2|reset#/)
    refusing.close()
  })
})

describe('without one', () => {
  test('on this machine alone, a mail is a file that only its owner reads, for a day', async () => {
    const data = temporaryFolder()
    const folder = join(data, 'mails')
    const kept = mailer({ TURNSTONE_DATA: data })
    expect(kept.way).toBe('folder')
    kept.send(MAIL)
    await until('it is there', () => filesIn(folder).length === 1)
    const [name = ''] = filesIn(folder)
    const file = join(folder, name)
    expect(readFileSync(file, 'utf8')).toBe(`To: ${MAIL.to}\nSubject: ${MAIL.subject}\n\n${MAIL.text}`)
    expect(statSync(file).mode & 0o077).toBe(0)
    const old = join(folder, 'old.txt')
    writeFileSync(old, '')
    utimesSync(old, 0, 0)
    kept.send(MAIL)
    await until('it is there', () => filesIn(folder).length === 2 && !filesIn(folder).includes('old.txt'))
  })

  test('where people come from elsewhere, nothing is kept and nothing is sent', () => {
    expect(mailer({ TURNSTONE_PUBLIC_URL: 'https://turnstone.example' }).way).toBe('none')
  })
})

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.txt'))
  } catch {
    return [] // made with the first mail
  }
}
