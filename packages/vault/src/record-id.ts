import { mac } from './derive.ts'
import { LABEL } from './labels.ts'
import { epochKeyOf, type Partnership } from './partnership.ts'
import { type Uuid, uuidOfVersion, uuidToBytes } from './uuid.ts'

/** The id of a check-in's record: the same on both partners' devices, and unlinkable to the check-in for others. UUID v8. */
export async function recordId(partnership: Partnership, checkInId: Uuid): Promise<Uuid> {
  const full = await mac(epochKeyOf(partnership), LABEL.recordId, uuidToBytes(checkInId))
  return uuidOfVersion(8, full.slice(0, 16))
}
