import { usePartnership } from '@/features/partnership/client'

/** Who wrote something, as the messages take it: `{by, select, me {…} them {…} other {…}}` and `{name}`. */
export function useAuthor(): (by: 'me' | 'them') => { by: 'me' | 'them' | 'unknown'; name: string } {
  const partnership = usePartnership()
  return (by) => {
    if (by === 'me') return { by, name: '' }
    return partnership.kind === 'linked' ? { by, name: partnership.partner.name } : { by: 'unknown', name: '' }
  }
}
