import { mac } from './derive.ts'
import { type Keyring, secretsOf } from './keyring.ts'
import { LABEL, type Label } from './labels.ts'
import { epochKeyOf, type Partnership } from './partnership.ts'
import { type Uuid, uuidOfVersion, uuidToBytes } from './uuid.ts'

async function madeFrom(partnership: Partnership, label: Label, id: Uuid): Promise<Uuid> {
  const full = await mac(epochKeyOf(partnership), label, uuidToBytes(id))
  return uuidOfVersion(8, full.slice(0, 16))
}

/** The id of a check-in's record: the same on both partners' devices, and unlinkable to the check-in for others. UUID v8. */
export function recordId(partnership: Partnership, checkInId: Uuid): Promise<Uuid> {
  return madeFrom(partnership, LABEL.recordId, checkInId)
}

/** The id of the entry that keeps a line of a check-in, as `recordId` is for the check-in itself. */
export function lineEntryId(partnership: Partnership, lineId: Uuid): Promise<Uuid> {
  return madeFrom(partnership, LABEL.lineId, lineId)
}

/**
 * The id of the page that keeps something I said: the same on all my devices, so that it is kept once. A UUID v4 like
 * every other page's, so that nobody can tell from the outside that it was said, or which piece it is.
 */
export async function keptEntryId(keyring: Keyring, of: Uuid): Promise<Uuid> {
  const full = await mac(secretsOf(keyring).vaultKey, LABEL.keptId, uuidToBytes(of))
  return uuidOfVersion(4, full.slice(0, 16))
}
