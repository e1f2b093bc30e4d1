'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Switch } from '@/components/aria/switch'
import { Quiet } from '@/components/quiet'
import { useBrowserFact } from '@/lib/store'
import { chooseGesture, type Gesture, useChosenGestures } from '../../gestures'
import { askForMotion } from '../../motion'
import { askForSpeech, browserRecogniser, isRecogniser } from '../../spoken-word'
import styles from './signals.module.css'

/** Why a switch stays off, by the name of its sentence. */
type Refusal = Exclude<Answer, 'works'> | 'notKept'
type Answer = 'works' | 'none' | 'refused'

/** The ways to pause that are off until somebody chooses them here, on this device. Asks the system where it must be asked. */
export function GestureSwitches() {
  const t = useTranslations('signals')
  const hasGlass = useBrowserFact(() => navigator.maxTouchPoints > 0, true)
  const locale = useLocale()
  const mayHear = useBrowserFact(() => isRecogniser(browserRecogniser()), false)
  return (
    <div className={styles.switches}>
      {hasGlass ? <GestureSwitch gesture="tripleTap" /> : <Quiet>{t('tripleTap.none')}</Quiet>}
      <GestureSwitch gesture="shake" ask={askForMotion} />
      <GestureSwitch gesture="faceDown" ask={askForMotion} />
      {mayHear ? (
        <GestureSwitch gesture="speech" ask={() => askForSpeech(locale)} />
      ) : (
        <Quiet>{t('speech.none')}</Quiet>
      )}
    </div>
  )
}

interface SwitchProps {
  gesture: Gesture
  /** What has to be asked first. */
  ask?: () => Promise<Answer>
}

function GestureSwitch({ gesture, ask }: SwitchProps) {
  const t = useTranslations('signals')
  const on = useChosenGestures().includes(gesture)
  const [isAsking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const change = async (wanted: boolean) => {
    setRefusal(null)
    if (wanted && ask) {
      setAsking(true)
      const answer = await ask()
      setAsking(false)
      if (answer !== 'works') return setRefusal(answer)
    }
    if (!chooseGesture(gesture, wanted)) setRefusal('notKept')
  }
  return (
    <div>
      <Switch on={on || isAsking} onChange={(wanted) => void change(wanted)}>
        {t(`${gesture}.name`)}
      </Switch>
      <p className={styles.how}>{t(`${gesture}.how`)}</p>
      <output className={styles.refusal}>
        {isAsking && t('asking')}
        {refusal && t(sentenceOf(gesture, refusal))}
      </output>
    </div>
  )
}

function sentenceOf(gesture: Gesture, refusal: Refusal) {
  if (refusal === 'notKept') return 'notKept'
  // What every browser can do is never refused.
  return gesture === 'tripleTap' ? 'tripleTap.none' : (`${gesture}.${refusal}` as const)
}
