import type { Tour } from './tour.ts'
import { account } from './tours/account.ts'
import { alone } from './tours/alone.ts'
import { closing } from './tours/closing.ts'
import { invitation } from './tours/invitation.ts'
import { journal } from './tours/journal.ts'
import { kit } from './tours/kit.ts'
import { outside } from './tours/outside.ts'
import { partner } from './tours/partner.ts'
import { comingBack, pause, pauseNow, practice } from './tours/pause.ts'
import { repair } from './tours/repair.ts'
import { rules } from './tours/rules.ts'
import { shelf } from './tours/shelf.ts'
import { table, tableTime } from './tours/table.ts'
import { topics } from './tours/topics.ts'
import { aloud, written } from './tours/turns.ts'
import { willing } from './tours/willing.ts'

/** Every screen there is, in every state: `npm run screens` takes its picture, and `access.spec.ts` asks whether it is fit for all. */
export const TOURS: Readonly<Record<string, Tour>> = {
  outside,
  alone,
  account,
  invitation,
  rules,
  topics,
  willing,
  aloud,
  written,
  closing,
  table,
  tableTime,
  journal,
  partner,
  practice,
  pause,
  comingBack,
  pauseNow,
  kit,
  repair,
  shelf,
}
