'use client'

import type { Seat } from '@turnstone/check-in'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/components/button'
import { ProblemNotice } from '@/components/problem-notice'
import { type FirstRules, firstRules, keepRules, onAgreementChange } from '@/features/agreement/client'
import { lengthWords } from '@/lib/length-words'
import { withStorage } from '@/lib/storage'
import { useTask } from '@/lib/use-task'
import { known, type OtherName } from '../../names'
import styles from './willing.module.css'

const ASKED = 'turnstone.agreement.asked'

/**
 * The first rules were for the first day. On a later one this says what holds today with a yes, and asks once whether to
 * keep them. Nothing waits for the answer.
 */
export function FirstDay({ me, other }: { me: Seat; other: OtherName }) {
  const t = useTranslations('check-in.firstDay')
  const locale = useLocale()
  const [rules, look] = useFirstRules(me)
  const [leftAt, setLeftAt] = useState(askedBefore)
  const { task, run } = useTask()
  if (!rules) return null
  const { hash, dayMs, stand } = rules
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(dayMs)
  const isAsked = stand === 'theirs' || (stand === 'ask' && leftAt !== hash)
  const leave = () => {
    withStorage('local', (storage) => storage.setItem(ASKED, hash))
    setLeftAt(hash)
  }
  return (
    <section className={styles.firstDay} aria-label={t('label')}>
      <p>{t('wereFor', { day })}</p>
      <p>{t('today', { break: lengthWords(locale, rules.cooldownMs), turn: lengthWords(locale, rules.turnMs) })}</p>
      {stand !== 'ask' && <p>{t(stand, known(other))}</p>}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
      {isAsked ? (
        <div className={styles.firstDayAnswers}>
          <Button kind="plain" pending={task.kind === 'busy'} onClick={() => void run(() => keepRules(me)).then(look)}>
            {t('keep')}
          </Button>
          <ButtonLink kind="plain" to="/agreement">
            {t('look')}
          </ButtonLink>
          {stand === 'ask' && (
            <Button kind="plain" onClick={leave}>
              {t('leave')}
            </Button>
          )}
        </div>
      ) : (
        <ButtonLink kind="plain" to="/agreement">
          {t('look')}
        </ButtonLink>
      )}
    </section>
  )
}

function useFirstRules(me: Seat): [FirstRules | null, () => void] {
  const [rules, setRules] = useState<FirstRules | null>(null)
  const look = useCallback(() => void firstRules(me).then(setRules), [me])
  useEffect(() => {
    look()
    return onAgreementChange(look)
  }, [look])
  return [rules, look]
}

const askedBefore = () => withStorage('local', (storage) => storage.getItem(ASKED)) ?? null
