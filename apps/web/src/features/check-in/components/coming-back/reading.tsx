'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { known, type OtherName } from '../../names'
import type { CheckInActions, ReentryLine, ReturningView } from '../../view'
import styles from './coming-back.module.css'
import { GoOn } from './go-on'

interface Props {
  returning: ReturningView
  other: OtherName
  actions: Pick<CheckInActions, 'goOn'>
}

/** What was said, and nothing about what was not. */
export function Reading({ returning, other, actions }: Props) {
  const t = useTranslations('check-in.comingBack')
  const { lines, redirected, mine, held } = returning
  const closed = held !== 'no' || mine === 'sending'
  return (
    <>
      {lines.map((line) => (
        <Line key={line.key} line={line} other={other} />
      ))}
      {redirected && <p className={styles.rests}>{t('redirected')}</p>}
      {mine === 'kept' ? (
        <GoOn returning={returning} waits={t('readKept')} onGoOn={actions.goOn} />
      ) : (
        <div className={styles.answers}>
          <Button size="large" pending={mine === 'sending'} aria-disabled={closed || undefined} onClick={actions.goOn}>
            {t('goOn')}
          </Button>
          <output className={styles.state}>{mine === 'failed' && t('failed')}</output>
        </div>
      )}
    </>
  )
}

function Line({ line: { by, words }, other }: { line: ReentryLine; other: OtherName }) {
  const t = useTranslations('check-in.comingBack')
  return (
    <figure className={styles.line} data-by={by}>
      <figcaption className={styles.hint}>{t(by === 'me' ? 'mine' : 'theirs', known(other))}</figcaption>
      {words === null ? (
        <p>{t('unreadable')}</p>
      ) : (
        <>
          {words.how !== null && <p>{t('amLine', { how: t(`am.${words.how}`) })}</p>}
          {words.need !== null && <p>{t('needLine', { need: t(`need.${words.need}`) })}</p>}
          {words.own !== '' && <p className="own-words">{words.own}</p>}
        </>
      )}
    </figure>
  )
}
