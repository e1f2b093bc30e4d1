'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { shelfFor, useShelf } from '@/features/jottings/client'

/** A way to my shelf and nothing more: what lies there is taken up by my own hand, or stays. */
export function RestsFromBefore({ checkInId }: { checkInId: string }) {
  const t = useTranslations('check-in.jottings')
  const shelf = useShelf()
  if (shelf.every((topic) => topic.checkInId === checkInId)) return null
  return (
    <ButtonLink kind="plain" fetched="reached" to={shelfFor(checkInId)}>
      {t('rests')}
    </ButtonLink>
  )
}
