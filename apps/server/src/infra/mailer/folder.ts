import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from '../logger.ts'
import type { Mail, Mailer } from './mailer.ts'

const DAY_MS = 86_400_000
const OWNER_ONLY = 0o600

/** Mails as text files, for whoever runs this machine alone. Gone after a day. */
export class Folder implements Mailer {
  readonly way = 'folder'
  readonly #folder: string
  readonly #logger: Logger
  #writing: Promise<void> = Promise.resolve()

  constructor(folder: string, logger: Logger) {
    this.#folder = folder
    this.#logger = logger
  }

  send(mail: Mail): void {
    this.#writing = this.#writing
      .then(() => this.#write(mail))
      .catch((error: unknown) => this.#logger.warn({ err: error, component: 'mailer' }, 'a mail could not be kept'))
  }

  async close(): Promise<void> {
    await this.#writing
  }

  async #write({ to, subject, text }: Mail): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    await this.#dropOld()
    const file = join(this.#folder, `${new Date().toISOString().replaceAll(':', '-')}.txt`)
    // Under its name only when it is whole: somebody may be waiting for it.
    const draft = join(this.#folder, `.${randomUUID()}`)
    await writeFile(draft, `To: ${to}\nSubject: ${subject}\n\n${text}`, { mode: OWNER_ONLY, flag: 'wx' })
    await rename(draft, file)
  }

  async #dropOld(): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const file = join(this.#folder, name)
      if ((await stat(file)).mtimeMs < Date.now() - DAY_MS) await rm(file)
    }
  }
}
