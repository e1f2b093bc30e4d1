'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { Go } from '@/components/go'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Answers, Stack } from '@/components/stack'
import { Stone } from '@/components/stone'
import { type AccountState, loadAccount } from '@/features/account/client'
import { loadPartnership, type PartnershipState, usePartnership } from '@/features/partnership/client'
import styles from './home.module.css'
import { useJournalChores } from './use-journal-chores'
import { type NextStep, useNextStep } from './use-next-step'

/** One line, the stone at rest, and three doors. */
export function Home({ account }: { account: AccountState }) {
  const t = useTranslations('home')
  const partnership = usePartnership()
  const problem = problemOf(account, partnership)
  const next = useNextStep(partnership)
  useJournalChores(partnership)
  const retry = () => void (account.kind === 'problem' ? loadAccount() : loadPartnership())
  return (
    <Shell
      foot={
        <>
          <Go to="/settings">{t('settings')}</Go>
          {partnership.kind === 'alone' && <Go to="/link">{t('invite')}</Go>}
        </>
      }
    >
      <h1 className={styles.line}>
        <Line account={account} partnership={partnership} next={next} />
      </h1>
      <Stack place="middle">
        <Stone place="midway" />
      </Stack>
      <Stack gap="small" place="bottom">
        {problem && <ProblemNotice problem={problem} retry={retry} />}
        <SheetReminder account={account} />
        {next !== 'alone' && <FirstDoor next={next} />}
        <Answers short>
          <ButtonLink to="/journal/write" kind="quiet">
            {t('write')}
          </ButtonLink>
          <ButtonLink to="/journal" kind="quiet">
            {t('journal')}
          </ButtonLink>
        </Answers>
      </Stack>
    </Shell>
  )
}

function problemOf(account: AccountState, partnership: PartnershipState) {
  if (account.kind === 'problem') return account.problem
  return partnership.kind === 'problem' ? partnership.problem : null
}

/** The next step of the two. Its place is kept while it is not known, so that nothing moves under a thumb. */
function FirstDoor({ next }: { next: Exclude<NextStep, 'alone'> }) {
  const t = useTranslations('home')
  if (next === 'unknown') return <div className={styles.door} />
  return (
    <ButtonLink to={next === 'signed' ? '/check-in' : '/agreement'} size="large">
      {t(next === 'signed' ? 'checkIn' : `rules.${next}.action`)}
    </ButtonLink>
  )
}

interface LineProps {
  account: AccountState
  partnership: PartnershipState
  next: NextStep
}

function Line({ account, partnership, next }: LineProps) {
  const t = useTranslations('home')
  if (account.kind === 'signed-in' && account.vault.kind === 'locked') {
    return (
      <>
        {t('locked')} <Go to="/unlock">{t('open')}</Go>
      </>
    )
  }
  switch (partnership.kind) {
    case 'linked': {
      const { name } = partnership.partner
      if (next === 'none' || next === 'mine' || next === 'theirs') return t(`rules.${next}.line`, { name })
      return next === 'signed' ? t('together', { name }) : <Unsaid />
    }
    case 'alone':
      if (partnership.news) {
        return (
          <>
            {t('noLonger')} <Go to="/partner">{t('noLongerLook')}</Go>
          </>
        )
      }
      return partnership.waitingFor ? t('waitingFor', { name: partnership.waitingFor.name }) : t('alone')
    case 'blocked':
      return (
        <>
          {t('blocked')} <Go to="/link">{t('blockedLook')}</Go>
        </>
      )
    default:
      return <Unsaid />
  }
}

/** Nothing to say yet; the heading is there for whoever reads by ear. */
function Unsaid() {
  return <span className="for-readers-only">{useTranslations('home')('title')}</span>
}

/** The one place where the app reminds of the sheet. */
function SheetReminder({ account }: { account: AccountState }) {
  const t = useTranslations('home')
  if (account.kind !== 'signed-in' || account.vault.kind !== 'open' || account.vault.sheet === 'saved') return null
  return (
    <p className={styles.reminder}>
      {t('sheetReminder')} <Go to="/recovery-sheet">{t('showSheet')}</Go>
    </p>
  )
}
