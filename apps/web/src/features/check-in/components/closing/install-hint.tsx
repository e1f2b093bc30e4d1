'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Quiet } from '@/components/quiet'
import { Answers, Stack } from '@/components/stack'
import { useAccount } from '@/features/account/client'
import { install, useInstallWay } from '@/lib/installation'
import { withStorage } from '@/lib/storage'
import { useBrowserFact } from '@/lib/store'

const SAID = 'turnstone.install-said'

const isSaid = () => withStorage('local', (storage) => storage.getItem(SAID)) === 'yes'
function say(): void {
  withStorage('local', (storage) => storage.setItem(SAID, 'yes'))
}

/**
 * After a check-in, once in a browser that can do it: the app on the home screen. The sheet comes first, because some home
 * screens ask for it. Leaving the page is an answer too. One thing at a time: `otherwise` is for another evening.
 */
export function InstallHint({ otherwise }: { otherwise: ReactNode }) {
  const t = useTranslations('closing.install')
  const account = useAccount()
  const hasSheet = account.kind === 'signed-in' && account.vault.kind === 'open' && account.vault.sheet === 'saved'
  const way = useInstallWay()
  const hidden = useBrowserFact(isSaid, true)
  const [answered, setAnswered] = useState(false)
  const shown = hasSheet && !hidden && !answered && (way === 'ask' || way === 'share')
  useEffect(() => {
    if (!shown) return
    return say
  }, [shown])
  if (!shown) return answered ? null : otherwise
  const answer = (work: () => Promise<void>) => {
    setAnswered(true)
    void work()
  }
  return (
    <Stack gap="small">
      <p>{t('title')}</p>
      <Quiet>{t(way)}</Quiet>
      <Answers short>
        {way === 'ask' && (
          <Button kind="quiet" onClick={() => answer(install)}>
            {t('action')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => setAnswered(true)}>
          {t('notNow')}
        </Button>
      </Answers>
    </Stack>
  )
}
