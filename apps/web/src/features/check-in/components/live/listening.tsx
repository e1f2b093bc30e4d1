'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { TextArea } from '@/components/field'
import { known } from '../../names'
import { useWordWatch } from '../../use-word-watch'
import { ComfortCheck } from './comfort-check'
import styles from './live-screen.module.css'
import { isSending, type Part, waits } from './part'
import { LockedLine } from './piece-field'

/** Not my turn: nothing to send, and a place to put down what would otherwise interrupt. */
export function Listening(part: Part) {
  const t = useTranslations('check-in')
  const { live, unshared } = part
  return (
    <div className={styles.part}>
      <MoreQuestion key={live.turn} {...part} />
      {live.askComfort && <ComfortCheck {...part} />}
      {live.vault === 'locked' && <LockedLine />}
      {live.way === 'written' && <p className={styles.reason}>{t('words.waitForFloor')}</p>}
      {unshared.draft !== '' && <p className={styles.reason}>{t('words.draftWaits')}</p>}
      <Notes {...part} />
    </div>
  )
}

/** Only on this screen; our word is watched for here too. */
function Notes({ unshared, onUnshared, ourWord, actions }: Part) {
  const t = useTranslations('check-in.notes')
  const watch = useWordWatch(ourWord, actions.ourWord, unshared.notes)
  return (
    <TextArea
      label={t('label')}
      hint={t('hint')}
      rows={2}
      value={unshared.notes}
      onChange={(event) => {
        onUnshared({ notes: event.target.value })
        watch.typed(event.target.value)
      }}
      autoComplete="off"
    />
  )
}

/** Both answers weigh the same, and so does none: "not now" only takes the question off this screen (law 5). */
function MoreQuestion(part: Part) {
  const t = useTranslations('check-in.more')
  const { live, other, actions } = part
  const [left, setLeft] = useState(false)
  const asked = 'more' in live.floor && live.floor.more === 'asked'
  if (!asked || left) return null
  return (
    <fieldset className={styles.question}>
      <legend>{t('question', known(other))}</legend>
      <p className={styles.sub}>
        {t('fair')} {t('silence')}
      </p>
      <div className={styles.answers}>
        <Button
          kind="quiet"
          pending={isSending(part, 'grantMore')}
          aria-disabled={waits(part) || undefined}
          onClick={actions.grantMore}
        >
          {t('grant')}
        </Button>
        <Button kind="quiet" onClick={() => setLeft(true)}>
          {t('notNow')}
        </Button>
      </div>
    </fieldset>
  )
}

/** A hand that disturbs nobody. */
export function ListeningActions(part: Part) {
  const t = useTranslations('check-in.live')
  const { live, actions } = part
  const up = 'hand' in live.floor && live.floor.hand
  const closed = waits(part)
  return (
    <div className={styles.actions}>
      <Button
        kind="quiet"
        size="large"
        pending={isSending(part, up ? 'handDown' : 'handUp')}
        aria-disabled={closed || undefined}
        onClick={up ? actions.handDown : actions.handUp}
      >
        {t(up ? 'handDown' : 'handUp')}
      </Button>
    </div>
  )
}
