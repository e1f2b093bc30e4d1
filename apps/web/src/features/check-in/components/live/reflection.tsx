'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import type { FloorView } from '../../view'
import styles from './live-screen.module.css'
import { isSending, type Part, waits, whenOpened, writes } from './part'
import { LockedLine, PieceField } from './piece-field'

interface Props {
  part: Part
  floor: Extract<FloorView, { kind: 'reflection' }>
}

/** Saying back: the listener what they heard, the speaker what was still missing. Aloud, or in a field. */
export function Reflection({ part, floor: { holder, stage, round } }: Props) {
  const t = useTranslations('check-in')
  const { live, unshared, onUnshared, ourWord, actions, formId } = part
  const saysBack = holder === 'them' && stage === 'saying'
  const adds = holder === 'me' && stage === 'answering' && round === 1
  if (live.vault === 'locked') return <LockedLine />
  if (!writes(part) || !(saysBack || adds)) return null
  const field = saysBack
    ? {
        label: t('reflection.label'),
        hint: t('reflection.hint'),
        text: unshared.heard,
        onText: (heard: string) => onUnshared({ heard }),
        onSend: actions.sayBack,
      }
    : {
        label: t('reflection.missing'),
        hint: t('words.hint'),
        text: unshared.draft,
        onText: (draft: string) => onUnshared({ draft }),
        onSend: (text: string) => text !== '' && actions.send(text),
      }
  return (
    <div className={adds ? styles.inRow : styles.part}>
      <PieceField
        {...field}
        rows={2}
        formId={formId}
        waits={waits(part)}
        onOpened={whenOpened(part)}
        ourWord={ourWord}
        onOurWord={actions.ourWord}
      />
      {adds && (
        <Button
          kind="quiet"
          type="submit"
          form={formId}
          aria-disabled={waits(part) || unshared.draft.trim() === '' || undefined}
        >
          {t('words.send')}
        </Button>
      )}
    </div>
  )
}

export function ReflectionActions({ part, floor }: Props) {
  switch (floor.stage) {
    case 'saying':
      return floor.holder === 'them' ? <SayBack {...part} /> : null
    case 'answering':
      return floor.holder === 'me' ? <WasThatIt {...part} /> : null
    case 'more':
      return floor.holder === 'me' ? <IsThereMore {...part} /> : null
  }
}

function SayBack(part: Part) {
  const t = useTranslations('check-in')
  const { live, onUnshared, actions, formId } = part
  const closed = waits(part)
  const written = writes(part)
  const pending = isSending(part, 'sayBack')
  return (
    <>
      <div className={styles.beside}>
        {!written && live.vault === 'open' && (
          <Button kind="plain" onClick={() => onUnshared({ writes: 'now' })}>
            {t('live.write')}
          </Button>
        )}
        <Button
          kind="plain"
          pending={isSending(part, 'ratherNot')}
          aria-disabled={closed || undefined}
          onClick={actions.ratherNot}
        >
          {t('reflection.ratherNot')}
        </Button>
      </div>
      <div className={styles.actions}>
        {written ? (
          <Button size="large" type="submit" form={formId} pending={pending} aria-disabled={closed || undefined}>
            {t('reflection.send')}
          </Button>
        ) : (
          <Button
            size="large"
            pending={pending}
            aria-disabled={closed || undefined}
            onClick={() => actions.sayBack('')}
          >
            {t('reflection.said')}
          </Button>
        )}
      </div>
    </>
  )
}

/** Three answers of one size: "not yet" is as welcome as "that's it". */
function WasThatIt(part: Part) {
  const t = useTranslations('check-in.reflection')
  return (
    <Answers
      part={part}
      what="answer"
      answers={(['thatsIt', 'almost', 'notYet'] as const).map((answer) => ({
        label: t(answer),
        give: () => part.actions.answer(answer),
      }))}
    />
  )
}

function IsThereMore(part: Part) {
  const t = useTranslations('check-in.reflection')
  const { more } = part.actions
  return (
    <Answers
      part={part}
      what="more"
      answers={[
        { label: t('yes'), give: () => more(true) },
        { label: t('no'), give: () => more(false) },
      ]}
    />
  )
}

interface AnswersProps {
  part: Part
  what: 'answer' | 'more'
  answers: readonly { readonly label: string; readonly give: () => void }[]
}

function Answers({ part, what, answers }: AnswersProps) {
  const closed = waits(part)
  return (
    <div className={styles.equal}>
      {answers.map(({ label, give }) => (
        <Button
          key={label}
          kind="quiet"
          size="large"
          pending={isSending(part, what)}
          aria-disabled={closed || undefined}
          onClick={give}
        >
          {label}
        </Button>
      ))}
    </div>
  )
}
