'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Section } from '@/components/section'
import { Answers, Stack } from '@/components/stack'
import type { Locale } from '@/i18n/locales'
import { useTask } from '@/lib/use-task'
import type { SafetyPhrase as Phrase } from '@/vault/partnership'
import { type PartnershipState, safetyPhrase, saveCompared } from '../client'
import styles from './safety-phrase.module.css'

type Linked = Extract<PartnershipState, { kind: 'linked' }>

/** Both see the same eight words on their own phones, or somebody stands between. */
export function SafetyPhrase({ link }: { link: Linked }) {
  const t = useTranslations('partnership.phrase')
  const [phrase, setPhrase] = useState<Phrase | null>(null)
  const { task, run } = useTask()
  const { name } = link.partner
  const show = () => run(async () => setPhrase(await safetyPhrase(link)))
  return (
    <Section title={t('title')}>
      <Stack>
        <p>{t('why', { name })}</p>
        {link.compared === 'same' && <Notice>{t('isSame')}</Notice>}
        {phrase ? (
          <Compare link={link} phrase={phrase} />
        ) : (
          <Button kind="quiet" pending={task.kind === 'busy'} onClick={show}>
            {t('show')}
          </Button>
        )}
        {task.kind === 'failed' && <ProblemNotice problem={task.problem} retry={show} />}
      </Stack>
    </Section>
  )
}

const other = (locale: Locale): Locale => (locale === 'en' ? 'es' : 'en')

function Compare({ link, phrase }: { link: Linked; phrase: Phrase }) {
  const t = useTranslations('partnership.phrase')
  const [language, setLanguage] = useState(useLocale())
  const { task, run } = useTask()
  const busy = task.kind === 'busy'
  const say = (compared: 'same' | 'different') => run(() => saveCompared(link, compared))
  return (
    <>
      <p>{t('how')}</p>
      <ol className={styles.words} lang={language} translate="no">
        {phrase.words[language].map((word, place) => (
          // A word may come twice; its place is what it is.
          // biome-ignore lint/suspicious/noArrayIndexKey: the order never changes
          <li key={place} className={styles.word}>
            {word}
          </li>
        ))}
      </ol>
      <Button kind="plain" onClick={() => setLanguage(other(language))}>
        {t('inOther', { language: other(language) })}
      </Button>
      <Answers>
        <Button kind="quiet" pending={busy} onClick={() => say('same')}>
          {t('same')}
        </Button>
        <Button kind="quiet" pending={busy} onClick={() => say('different')}>
          {t('different')}
        </Button>
      </Answers>
      <Quiet>{t('differentWhy')}</Quiet>
      <details className={styles.more}>
        <summary>{t('number')}</summary>
        <p className={styles.number} translate="no">
          {phrase.number}
        </p>
      </details>
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </>
  )
}
