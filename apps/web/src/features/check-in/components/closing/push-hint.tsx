'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/components/button'
import { Answers, Stack } from '@/components/stack'
import { chosenNotices, noticesHere } from '@/lib/notices'
import { withStorage } from '@/lib/storage'

const SAID = 'turnstone.push-said'

const isSaid = () => withStorage('local', (storage) => storage.getItem(SAID)) === 'yes'
function say(): void {
  withStorage('local', (storage) => storage.setItem(SAID, 'yes'))
}

/**
 * After a check-in, once in a browser that can do it: that a pause can be shown here while the app is closed. It leads to
 * the settings and asks the browser nothing. Leaving the page is an answer too.
 */
export function PushHint() {
  const t = useTranslations('closing.push')
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (isSaid() || noticesHere() !== 'possible') return
    const offer = async () => setShown((await chosenNotices()) === null)
    void offer()
  }, [])
  useEffect(() => {
    if (!shown) return
    return say
  }, [shown])
  if (!shown) return null
  return (
    <Stack gap="small">
      <p>{t('title')}</p>
      <Answers short>
        <ButtonLink to="/settings" kind="quiet">
          {t('choose')}
        </ButtonLink>
        <Button kind="quiet" onClick={() => setShown(false)}>
          {t('notNow')}
        </Button>
      </Answers>
    </Stack>
  )
}
