import * as z from 'zod'
import { isServerKey } from './push/server-keys.ts'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const EMPTY_IS_UNSET = ''

export type LogLevel = (typeof LOG_LEVELS)[number]

/** One environment variable: how it is read, and how the README explains it. */
export type Setting<T> = {
  readonly name: string
  /** Turns the text into the value; refuses anything else. Not called when the variable is unset. */
  readonly schema: { safeParse(text: string): { success: true; data: T } | { success: false } }
  readonly defaultValue: T
  /** The default in words, for the table. */
  readonly defaultText: string
  readonly allowed: string
  readonly meaning: string
  /** True where the value holds a password, so that no message may repeat it. */
  readonly holdsSecret?: true
}

/** Every setting of the server. The README's table is generated from this one. */
export const settings = {
  port: setting<number>({
    name: 'PORT',
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65_535),
    defaultValue: 3000,
    defaultText: '3000',
    allowed: 'a whole number from 0 to 65535 (0 picks a free one)',
    meaning: 'The port everything is served on.',
  }),
  host: setting<string>({
    name: 'HOST',
    schema: z.string().refine(isHost),
    defaultValue: '127.0.0.1',
    defaultText: '127.0.0.1',
    allowed: 'an IP address or host name of this machine',
    meaning: 'The address to listen on. 127.0.0.1 answers this machine only; 0.0.0.0 answers the whole network.',
  }),
  dataFolder: setting<string | null>({
    name: 'TURNSTONE_DATA',
    schema: z.string().refine((path) => !path.includes('\0')),
    defaultValue: null,
    defaultText: 'a `turnstone` folder among your user data; `/var/lib/turnstone` for root',
    allowed: 'the path of a folder',
    meaning: 'Where the secrets and the built-in database live. Back this folder up.',
  }),
  databaseUrl: setting<string | null>({
    name: 'DATABASE_URL',
    schema: z.string().refine(isPostgresUrl),
    defaultValue: null,
    defaultText: 'the built-in PostgreSQL',
    allowed: 'postgresql://user:password@host:port/database',
    meaning: 'Use this PostgreSQL server (15 or newer) instead of the built-in one.',
    holdsSecret: true,
  }),
  publicUrl: setting<string | null>({
    name: 'TURNSTONE_PUBLIC_URL',
    schema: z
      .string()
      .refine(isPublicOrigin)
      .transform((url) => new URL(url).origin),
    defaultValue: null,
    defaultText: '`http://localhost:PORT`',
    allowed:
      'https://your.domain (http only on this machine itself: elsewhere browsers switch encryption off), no path',
    meaning: 'The address people open. Links and cookies are made for it; requests from any other origin are refused.',
  }),
  smtpUrl: setting<string | null>({
    name: 'SMTP_URL',
    schema: z.string().refine(isSmtpUrl),
    defaultValue: null,
    defaultText: 'no mail; while only this machine can open it, mails are kept in the data folder, under `mails`',
    allowed: 'smtp://user:password@host:587 or smtps://user:password@host:465',
    meaning: 'The mail server for links to a new password. Always over TLS, except to this machine itself.',
    holdsSecret: true,
  }),
  mailFrom: setting<string | null>({
    name: 'MAIL_FROM',
    schema: z.email(),
    defaultValue: null,
    defaultText: '`no-reply@` and the public host name',
    allowed: 'a mail address',
    meaning: 'Whom mails come from. Its reader may glance at it in company: choose a plain one.',
  }),
  pushContact: setting<string | null>({
    name: 'PUSH_CONTACT',
    schema: z.string().refine(isPushContact),
    defaultValue: null,
    defaultText: '`MAIL_FROM` where it is set, else the public https address',
    allowed: 'mailto:you@your.domain or an https address',
    meaning: 'Whom a browser’s push service can write to about this server’s pushes. It goes out with every push.',
  }),
  pushKey: setting<string | null>({
    name: 'PUSH_PRIVATE_KEY',
    schema: z.string().refine(isServerKey),
    defaultValue: null,
    defaultText: 'made from the secrets in the data folder',
    allowed: 'a VAPID private key: 32 bytes in base64url',
    meaning:
      'Signs this server’s pushes. Set it where several servers answer one address. Devices ask anew after a change.',
    holdsSecret: true,
  }),
  logLevel: setting<LogLevel>({
    name: 'LOG_LEVEL',
    schema: z.enum(LOG_LEVELS),
    defaultValue: 'info',
    defaultText: 'info',
    allowed: LOG_LEVELS.join(', '),
    meaning: 'How much is logged (JSON lines on standard error; never contents, addresses or tokens).',
  }),
}

/** The text of a setting, or undefined where it is unset. */
export function readSetting(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const text = env[name]?.trim()
  return text === EMPTY_IS_UNSET ? undefined : text
}

/** The README's table of settings. */
export function settingsTable(): string {
  const rows = Object.values(settings).map((s) => `| \`${s.name}\` | ${s.defaultText} | ${s.allowed} | ${s.meaning} |`)
  return ['| Setting | Default | Allowed | Meaning |', '|---|---|---|---|', ...rows].join('\n')
}

/** True for names that only this machine answers to. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '')
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
}

function setting<T>(definition: Setting<T>): Setting<T> {
  return definition
}

function isHost(text: string): boolean {
  return /^[\p{L}\d.:_-]+$/u.test(text)
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1
}

function isSmtpUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== ''
}

function isPushContact(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'mailto:' && url.pathname.includes('@')))
}

function isPublicOrigin(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || url.username || url.password || url.pathname !== '/' || url.search || url.hash) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}
