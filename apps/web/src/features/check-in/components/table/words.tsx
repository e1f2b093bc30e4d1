'use client'

import { useTranslations } from 'next-intl'
import { known } from '../../names'
import { useSteadyNow } from '../use-steady-now'
import styles from './half.module.css'
import type { HalfProps } from './half-props'
import { hintOf } from './halves'

/** Letters of one word that do not fit beside the stone in the size of the others. */
const LONG_WORD = /\p{L}{13}/u

/** Whose turn it is and what it is about, to be read at two metres; then what this person may do. */
export function Words({ side, live, table, names }: Pick<HalfProps, 'side' | 'live' | 'table' | 'names'>) {
  const t = useTranslations('table')
  const agenda = useTranslations('check-in.agenda')
  const nowMs = useSteadyNow(1_000)
  const { turn, steps, next } = table
  const name = turn === null ? null : names[turn]
  const what = steps.map((id) => agenda(id))
  return (
    <span className={styles.words}>
      {turn !== null && <span className={styles.who}>{name ?? t(turn === side ? 'thisSide' : 'otherSide')}</span>}
      <span className={styles.what} data-steps={steps.length} data-long={LONG_WORD.test(what.join(' ')) || undefined}>
        {turn === null ? t('thank') : what.map((step) => <span key={step}>{step}</span>)}
      </span>
      <span className={styles.hint}>
        {t(`hint.${hintOf(side, live, table, nowMs)}`, { ...known(name), step: next === null ? '' : agenda(next) })}
      </span>
    </span>
  )
}
