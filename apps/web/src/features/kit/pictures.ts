import { problemOf } from '@/lib/errors'

/** What this device still has to tell the account of a picture. */
export interface Untold {
  readonly id: string
  readonly what: 'put' | 'removed'
}

export interface PicturePorts {
  /** The pictures on this device. */
  here(): Promise<readonly string[]>
  /** Sealed, as it is kept here; null where it is not. */
  read(id: string): Promise<string | null>
  keep(id: string, sealed: string): Promise<void>
  forget(id: string): Promise<void>
  untold(): Promise<readonly Untold[]>
  tell(untold: Untold): Promise<void>
  told(id: string): Promise<void>
  send(id: string, sealed: string): Promise<void>
  /** Null where the account has none: it may still be on its way from another device. */
  fetch(id: string): Promise<string | null>
  remove(id: string): Promise<void>
}

/**
 * Tells the account what it does not know yet, brings what this device has not, and forgets what is in no kit any more.
 * `listed`: the pictures of the list as the account has it, with nothing of this device waiting. The list decides: a
 * picture that was put in or removed without it, in a page that was closed in between, was not. `full`: the account takes no more.
 */
export async function settlePictures(ports: PicturePorts, listed: readonly string[]): Promise<'settled' | 'full'> {
  let outcome: 'settled' | 'full' = 'settled'
  for (const { id, what } of await ports.untold()) {
    if (what === 'removed' && !listed.includes(id)) await ports.remove(id)
    if (what === 'put' && listed.includes(id) && (await send(ports, id)) === 'full') outcome = 'full'
    else await ports.told(id)
  }
  await bringPictures(ports, listed)
  for (const id of await ports.here()) if (!listed.includes(id)) await ports.forget(id)
  return outcome
}

async function send(ports: PicturePorts, id: string): Promise<'sent' | 'full'> {
  const sealed = await ports.read(id)
  try {
    if (sealed !== null) await ports.send(id, sealed)
    return 'sent'
  } catch (thrown) {
    if (problemOf(thrown).code === 'too_large') return 'full'
    throw thrown
  }
}

/** So that they are there without a network. */
export async function bringPictures(ports: PicturePorts, listed: readonly string[]): Promise<void> {
  const here = await ports.here()
  for (const id of listed) {
    if (here.includes(id)) continue
    const sealed = await ports.fetch(id)
    if (sealed !== null) await ports.keep(id, sealed)
  }
}
