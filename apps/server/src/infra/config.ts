import { homedir, platform } from 'node:os'
import { join, resolve } from 'node:path'
import type { SmtpConfig } from './mailer/smtp.ts'
import { isLoopback, type LogLevel, readSetting, type Setting, settings } from './settings.ts'

const MAILS = 'mails'

/** The settings, checked and complete. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  /** null: the built-in PostgreSQL. */
  readonly databaseUrl: string | null
  /** The origin people open, for links and for the cookie's name. */
  readonly publicOrigin: string
  /** The origins whose requests are accepted. */
  readonly allowedOrigins: readonly string[]
  /** True where the public address is https: `__Host-` and `Secure` are possible then. */
  readonly secureCookies: boolean
  readonly logLevel: LogLevel
  /** The mail server; null: there is none. */
  readonly smtp: SmtpConfig | null
  /** Where mails are kept while there is no mail server; null where people open this from other machines. */
  readonly mailFolder: string | null
  /** The private half of the key that pushes are signed with; null: made from the secrets. */
  readonly pushKey: string | null
  /** Whom push services may write to. */
  readonly pushContact: string
}

/** Settings that cannot be used; one sentence for each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/**
 * Reads the environment. Throws a `ConfigError` that names every wrong setting at once.
 * `warnings` are for people: names that mean nothing, combinations that will disappoint.
 */
export function readConfig(env: NodeJS.ProcessEnv): { config: Config; warnings: string[] } {
  const problems: string[] = []
  const port = read(env, settings.port, problems)
  const host = read(env, settings.host, problems)
  const dataFolder = read(env, settings.dataFolder, problems)
  const databaseUrl = read(env, settings.databaseUrl, problems)
  const publicUrl = read(env, settings.publicUrl, problems)
  const smtpUrl = read(env, settings.smtpUrl, problems)
  const mailFrom = read(env, settings.mailFrom, problems)
  const pushKey = read(env, settings.pushKey, problems)
  const pushContact = read(env, settings.pushContact, problems)
  const logLevel = read(env, settings.logLevel, problems)
  if (problems.length > 0) throw new ConfigError(problems)

  const folder = resolve(dataFolder ?? defaultDataFolder(env))
  const addresses = origins(publicUrl, port)
  const publicHost = new URL(addresses.publicOrigin).hostname
  const config: Config = {
    port,
    host,
    dataFolder: folder,
    databaseUrl,
    logLevel,
    smtp: smtpUrl === null ? null : { url: smtpUrl, from: mailFrom ?? `no-reply@${publicHost}` },
    pushKey,
    pushContact: pushContact ?? defaultPushContact(mailFrom, addresses.publicOrigin),
    mailFolder: smtpUrl === null && isLoopback(publicHost) ? join(folder, MAILS) : null,
    ...addresses,
  }
  return { config, warnings: [...unknownNames(env), ...unreachableAddress(host, publicUrl)] }
}

/** The same configuration on the port that was found free where `PORT=0` asked for any. */
export function onPort(config: Config, port: number): Config {
  const wasDerived = config.publicOrigin === derivedOrigin(config.port)
  return { ...config, port, ...origins(wasDerived ? null : config.publicOrigin, port) }
}

/** An address of the front door that works from this machine. */
export function localUrl(config: Pick<Config, 'host' | 'port'>): string {
  const answersEverywhere = config.host === '0.0.0.0' || config.host === '::'
  const host = answersEverywhere ? '127.0.0.1' : config.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`
}

function read<T>(env: NodeJS.ProcessEnv, setting: Setting<T>, problems: string[]): T {
  const text = readSetting(env, setting.name)
  if (text === undefined) return setting.defaultValue
  const result = setting.schema.safeParse(text)
  if (result.success) return result.data
  const given = setting.holdsSecret ? 'its value (not shown, it may hold a password)' : JSON.stringify(text)
  problems.push(`${setting.name}: ${given} cannot be used. Allowed: ${setting.allowed}.`)
  return setting.defaultValue
}

function origins(publicUrl: string | null, port: number) {
  const publicOrigin = publicUrl ?? derivedOrigin(port)
  // Without a public address people type either name of this machine.
  const allowedOrigins = publicUrl ? [publicUrl] : [publicOrigin, `http://127.0.0.1:${port}`]
  return { publicOrigin, allowedOrigins, secureCookies: publicOrigin.startsWith('https:') }
}

function derivedOrigin(port: number): string {
  return `http://localhost:${port}`
}

/** Push services take an https address or a mail address. On plain http nobody pushes to a phone; the form is kept. */
function defaultPushContact(mailFrom: string | null, publicOrigin: string): string {
  if (mailFrom !== null) return `mailto:${mailFrom}`
  return publicOrigin.startsWith('https:') ? publicOrigin : 'mailto:nobody@localhost'
}

/** Outside the checkout, so that deleting or cleaning the checkout never deletes anybody's journal. */
function defaultDataFolder(env: NodeJS.ProcessEnv): string {
  if (process.getuid?.() === 0) return '/var/lib/turnstone'
  if (platform() === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Turnstone')
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Turnstone')
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'turnstone')
}

function unknownNames(env: NodeJS.ProcessEnv): string[] {
  const known: string[] = Object.values(settings).map((setting) => setting.name)
  const unknown = Object.keys(env).filter((name) => name.startsWith('TURNSTONE_') && !known.includes(name))
  return unknown.map((name) => `${name} is not a setting and is ignored. Known: ${known.join(', ')}.`)
}

function unreachableAddress(host: string, publicUrl: string | null): string[] {
  if (isLoopback(host) || publicUrl !== null) return []
  return [
    `HOST=${host} answers the network, but without TURNSTONE_PUBLIC_URL only browsers on this machine are let in. ` +
      'Other devices need an https address.',
  ]
}
