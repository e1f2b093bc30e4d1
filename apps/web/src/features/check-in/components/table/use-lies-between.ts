import { useState } from 'react'
import { withStorage } from '@/lib/storage'

const KEY = 'turnstone.check-in.between'

interface Kept {
  readonly checkInId: string
  readonly lies: boolean
}

/** Whether this phone is the one on the table: the starter's, until somebody says otherwise. A reload changes nothing. */
export function useLiesBetween(checkInId: string, byDefault: boolean): [lies: boolean, set: (lies: boolean) => void] {
  const [kept, setKept] = useState<Kept | null>(() => {
    const text = withStorage('session', (storage) => storage.getItem(KEY))
    const [id, lies] = text?.split(' ') ?? []
    return id === undefined ? null : { checkInId: id, lies: lies === 'here' }
  })
  return [
    kept?.checkInId === checkInId ? kept.lies : byDefault,
    (lies) => {
      setKept({ checkInId, lies })
      withStorage('session', (storage) => storage.setItem(KEY, `${checkInId} ${lies ? 'here' : 'there'}`))
    },
  ]
}
