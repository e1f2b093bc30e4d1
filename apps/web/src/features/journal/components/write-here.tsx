'use client'

import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { useAccount } from '@/features/account/client'
import { useWayBackFrom } from '@/lib/way-back'
import { Sheet } from './sheet'
import { useWriting } from './use-writing'
import styles from './write-here.module.css'

/**
 * A page for my drawer where I already am. It is the draft that the page for writing has, too: whatever takes this place
 * meanwhile, it waits there.
 */
export function WriteHere() {
  const account = useAccount()
  if (account.kind === 'unknown') return <Waiting />
  return account.kind === 'signed-in' && account.vault.kind === 'open' ? <Writer /> : <Locked />
}

function Writer() {
  const t = useTranslations('journal.write')
  const { writing, type, keep } = useWriting()
  switch (writing.kind) {
    case 'opening':
      return <Waiting />
    case 'problem':
      return <ProblemNotice problem={writing.problem} />
    case 'kept':
      return (
        <>
          <Title focus>{t('kept.title')}</Title>
          <output>{t(writing.sent ? 'kept.sent' : 'kept.waiting')}</output>
        </>
      )
    case 'open':
      return (
        <div className={styles.here}>
          <Sheet writing={writing} onType={type} />
          <Button
            pending={writing.keeping}
            aria-disabled={writing.text.trim() === '' || undefined}
            onClick={() => void keep()}
          >
            {t('keep')}
          </Button>
        </div>
      )
  }
}

function Locked() {
  const t = useTranslations('journal.write.locked')
  return (
    <>
      <p>{t('text')}</p>
      <ButtonLink to={useWayBackFrom('/unlock')} kind="quiet">
        {t('unlock')}
      </ButtonLink>
    </>
  )
}
