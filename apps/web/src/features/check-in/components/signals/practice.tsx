'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { TextField } from '@/components/field'
import { Section } from '@/components/section'
import { Setting } from '@/components/setting'
import { useKeysHere } from '@/components/use-keys-here'
import { useChosenGestures } from '../../gestures'
import type { Signal } from '../../use-tried'
import { useWordWatch } from '../../use-word-watch'
import type { Part } from '../live/part'
import styles from './signals.module.css'

const GestureSwitches = dynamic(() => import('./gesture-switches').then((file) => file.GestureSwitches), { ssr: false })

/** Every signal once, with the real thing. What was tried is marked on this page, for nobody else and for no later. */
export function Practice({ part, tried }: { part: Part; tried: ReadonlySet<Signal> }) {
  const t = useTranslations('signals')
  const key = useKeysHere()
  const chosen = useChosenGestures()
  const { ourWord, actions } = part
  const item = (signal: Signal, what: ReactNode) => (
    <Item key={signal} isTried={tried.has(signal)}>
      {what}
    </Item>
  )
  return (
    <Section title={t('practice.title')}>
      <p className={styles.how}>{t('practice.how')}</p>
      <ul className={styles.practice}>
        {item('button', t('practice.button'))}
        {key && item('key', t('practice.key', { keys: `${key} .` }))}
        {ourWord.phrases.length > 0 && item('word', <WordField part={part} onOurWord={actions.ourWord} />)}
        {item('slow', t('practice.slow'))}
        {chosen.map((gesture) => item(gesture, t(`${gesture}.name`)))}
      </ul>
      <Setting folded title={t('practice.more')} about={t('practice.moreAbout')}>
        <GestureSwitches />
      </Setting>
    </Section>
  )
}

function Item({ isTried, children }: { isTried: boolean; children: ReactNode }) {
  const t = useTranslations('signals.practice')
  return (
    <li className={styles.signal} data-tried={isTried || undefined}>
      <span className={styles.mark}>
        <span className="for-readers-only">{t(isTried ? 'tried' : 'notTried')}</span>
      </span>
      <div>{children}</div>
    </li>
  )
}

/** A field that is there for our word alone: what stands in it goes nowhere. */
function WordField({ part: { ourWord }, onOurWord }: { part: Part; onOurWord: () => void }) {
  const t = useTranslations('signals.practice')
  const [text, setText] = useState('')
  const watch = useWordWatch(ourWord, onOurWord, text)
  return (
    <TextField
      label={t('word')}
      hint={t('wordHint')}
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        watch.typed(event.target.value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') watch.sends(text)
      }}
      autoComplete="off"
      autoCapitalize="none"
    />
  )
}
