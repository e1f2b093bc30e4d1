'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { Section } from '@/components/section'
import { Answers } from '@/components/stack'
import type { CheckInActions, LiveView, Said } from '../../view'
import styles from './closing.module.css'

interface Props {
  said: readonly Said[]
  kept: LiveView['kept']
  /** When what I do not keep is gone. */
  gone: 'atClose' | 'onLeave'
  actions: Pick<CheckInActions, 'keep' | 'letGo'>
}

/** What I wrote here, for me to keep or let go, piece by piece or all of it. The other one is told neither. */
export function KeepSaid({ said, kept, gone, actions }: Props) {
  const t = useTranslations('closing.keep')
  const mine = said.filter(({ by, text }) => by === 'me' && text !== null)
  const open = mine.filter(({ key }) => isOpen(kept[key])).map(({ key }) => key)
  if (mine.length === 0) return null
  return (
    <Section title={t('title')}>
      <p>{t(gone)}</p>
      {open.length > 1 && (
        <Answers short>
          <Button kind="quiet" onClick={() => actions.keep(open)}>
            {t('keepAll')}
          </Button>
          <Button kind="quiet" onClick={() => actions.letGo(open)}>
            {t('letGoAll')}
          </Button>
        </Answers>
      )}
      <ul className={styles.pieces}>
        {mine.map(({ key, text }) => (
          <li key={key} className={styles.piece} data-state={kept[key]}>
            <p className="own-words">{text}</p>
            {isOpen(kept[key]) ? (
              <Answers short>
                <Button kind="quiet" onClick={() => actions.keep([key])}>
                  {t('keep')}
                </Button>
                <Button kind="quiet" onClick={() => actions.letGo([key])}>
                  {t('letGo')}
                </Button>
              </Answers>
            ) : (
              <output className={styles.small}>{t(`state.${kept[key] ?? 'no'}`)}</output>
            )}
            {kept[key] === 'letGo' && (
              <Button kind="plain" onClick={() => actions.keep([key])}>
                {t('afterAll')}
              </Button>
            )}
            {kept[key] === 'failed' && <p role="alert">{t('state.failed')}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const isOpen = (state: LiveView['kept'][string] | undefined) =>
  state === undefined || state === 'no' || state === 'failed'
