import { account } from './account'
import { accountChange } from './account-change'
import { agreement } from './agreement'
import { checkIn } from './check-in'
import { jottings } from './jottings'
import { journal } from './journal'
import { kit } from './kit'
import { partnership } from './partnership'
import { passkey } from './passkey'
import { profile } from './profile'
import { register } from './register'
import { sessionLabel } from './session-label'

/** Everything a page may ask of the vault: one file per noun. Each operation takes one value and returns plain data. */
export const operations = {
  account: { ...account, ...accountChange },
  agreement,
  checkIn,
  jottings,
  journal,
  kit,
  partnership,
  passkey,
  profile,
  register,
  sessionLabel,
}
