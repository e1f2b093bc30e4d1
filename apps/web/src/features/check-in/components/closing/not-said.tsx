'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { Section } from '@/components/section'
import { Answers } from '@/components/stack'
import type { UnsaidPage } from '../../unsaid'
import styles from './closing.module.css'

interface Props {
  pages: readonly UnsaidPage[]
  onKeep: (entryId: string) => void
  onLetGo: (entryId: string) => void
}

/** What I wrote and did not say, for me to keep as a page or let go. It goes to nobody any more. */
export function NotSaid({ pages, onKeep, onLetGo }: Props) {
  const t = useTranslations('closing.notSaid')
  if (pages.length === 0) return null
  return (
    <Section title={t('title')}>
      <p>{t('how')}</p>
      <ul className={styles.pieces}>
        {pages.map((page) => (
          <NotSaidPage
            key={page.entryId}
            page={page}
            onKeep={() => onKeep(page.entryId)}
            onLetGo={() => onLetGo(page.entryId)}
          />
        ))}
      </ul>
    </Section>
  )
}

interface PageProps {
  page: UnsaidPage
  onKeep: () => void
  onLetGo: () => void
}

function NotSaidPage({ page: { text, state }, onKeep, onLetGo }: PageProps) {
  const t = useTranslations('closing')
  const isOpen = state === 'no' || state === 'failed'
  return (
    <li className={styles.piece} data-state={state}>
      <p className="own-words">{text}</p>
      {isOpen ? (
        <Answers>
          <Button kind="quiet" onClick={onKeep}>
            {t('notSaid.keep')}
          </Button>
          <Button kind="quiet" onClick={onLetGo}>
            {t('notSaid.letGo')}
          </Button>
        </Answers>
      ) : (
        <output className={styles.small}>{t(`keep.state.${state}`)}</output>
      )}
      {state === 'letGo' && (
        <Button kind="plain" onClick={onKeep}>
          {t('keep.afterAll')}
        </Button>
      )}
      {state === 'failed' && <p role="alert">{t('keep.state.failed')}</p>}
    </li>
  )
}
