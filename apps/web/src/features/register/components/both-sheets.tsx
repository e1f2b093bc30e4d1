'use client'

import { useTranslations } from 'next-intl'
import { ANSWERS, type Answered } from '@/vault/register-content'
import { sideBySide } from '../store'
import { useTopicName } from '../use-topic-name'
import styles from './sheets.module.css'

/** Both sheets side by side, under what counts for the two. */
export function BothSheets({
  mine,
  theirs,
  other,
}: {
  mine: readonly Answered[]
  theirs: readonly Answered[]
  other: string | null
}) {
  const t = useTranslations('register')
  const nameOf = useTopicName()
  const rows = sideBySide(mine, theirs)
  return ANSWERS.map((answer) => {
    const those = rows.filter(({ together }) => together === answer)
    if (those.length === 0) return null
    return (
      <section key={answer}>
        <h2>{t(`together.${answer}`)}</h2>
        <dl className={styles.sheet}>
          {those.map((row) => (
            <div key={`${row.own} ${row.topic}`} className={styles.topic}>
              <dt className={styles.name}>{nameOf(row)}</dt>
              <dd className={styles.answer}>
                {t('both.mine', { answer: row.mine ?? 'none' })}
                <br />
                {t('both.theirs', {
                  answer: row.theirs ?? 'none',
                  known: other === null ? 'no' : 'yes',
                  name: other ?? '',
                })}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    )
  })
}

/** My sheet alone, as I handed it in. */
export function MySheet({ mine }: { mine: readonly Answered[] }) {
  const t = useTranslations('register')
  const nameOf = useTopicName()
  return (
    <section>
      <h2>{t('mine')}</h2>
      <dl className={styles.sheet}>
        {mine.map((one) => (
          <div key={`${one.own} ${one.topic}`} className={styles.topic}>
            <dt className={styles.name}>{nameOf(one)}</dt>
            <dd className={styles.answer}>{t(`answers.${one.answer}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
