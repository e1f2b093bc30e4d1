'use client'

import { useTranslations } from 'next-intl'
import type { Readable } from '../store'
import styles from './rules-list.module.css'
import { useDuration } from './use-duration'

const RULES = ['break', 'turn', 'word', 'signs', 'aftercare', 'leaveAlone'] as const
type Rule = (typeof RULES)[number]

interface Props {
  rules: Readable
  /** What to compare with, side by side, and what each side is called. */
  compare?: { with: Readable; theirs: string; other: string } | null
}

/** The rules, whole: what is signed is what is read here. */
export function RulesList({ rules, compare = null }: Props) {
  const t = useTranslations('agreement')
  const duration = useDuration()
  const sayRule = ({ agreement: { rules }, words }: Readable, rule: Rule): string => {
    switch (rule) {
      case 'break':
        return duration(rules.cooldownMs)
      case 'turn':
        return duration(rules.turnMs)
      case 'word':
        return words.phrases.join('\n')
      case 'leaveAlone':
        return words.leaveAlone.join('\n')
      default:
        return words[rule]
    }
  }
  return (
    <dl className={styles.rules}>
      <div className={styles.rule}>
        <dt className={styles.name}>{t('pauseRule.name')}</dt>
        <dd>{t('pauseRule.value')}</dd>
      </div>
      {RULES.map((rule) => {
        const value = sayRule(rules, rule)
        const before = compare && sayRule(compare.with, rule)
        const changed = compare !== null && before !== value
        // What nobody has written about is no rule.
        if (value === '' && !before) return null
        return (
          <div key={rule} className={styles.rule}>
            <dt className={styles.name}>
              {t(`${rule}.name`)}
              {changed && <span className={styles.changed}>{t('countered.changed')}</span>}
            </dt>
            {changed ? (
              <dd className={styles.was}>
                <div>
                  <span className={styles.whose}>{compare.other}</span>
                  <span className={styles.text}>{before || t('countered.nothing')}</span>
                </div>
                <div>
                  <span className={styles.whose}>{compare.theirs}</span>
                  <strong className={styles.text}>{value || t('countered.nothing')}</strong>
                </div>
              </dd>
            ) : (
              <dd className={`${styles.value} ${styles.text}`}>{value}</dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

/** How long a pause lasts at least, as one sentence of the rules. */
export function BreakRule({ ms }: { ms: number }) {
  const t = useTranslations('agreement.break')
  const duration = useDuration()
  return (
    <div className={styles.pause}>
      <p className={styles.name}>{t('name')}</p>
      <p>{duration(ms)}</p>
    </div>
  )
}

/** What no agreement can take away. */
export function PauseRule() {
  const t = useTranslations('agreement.pauseRule')
  return (
    <div className={styles.pause}>
      <p className={styles.name}>{t('name')}</p>
      <p>{t('value')}</p>
    </div>
  )
}
