'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { isOpenStep } from '../../agenda'
import { Beginnings } from '../beginnings'
import { SortJottings } from '../jottings/sort-jottings'
import { Tonight } from '../jottings/tonight'
import styles from './live-screen.module.css'
import { isSending, type Part, waits, whenOpened, writes } from './part'
import { LockedLine, PieceField } from './piece-field'

/** My turn: what I say aloud needs nothing, what I write a field. */
export function Speaking(part: Part) {
  const t = useTranslations('check-in')
  const { live, unshared, onUnshared, ourWord, actions, formId } = part
  return (
    <div className={styles.part}>
      {live.mayAskMore && (
        <Button
          kind="quiet"
          pending={isSending(part, 'askMore')}
          aria-disabled={waits(part) || undefined}
          onClick={actions.askMore}
        >
          {t('more.ask')}
        </Button>
      )}
      {writes(part) && (
        <PieceField
          formId={formId}
          label={t('words.label')}
          hint={t('words.hint')}
          text={unshared.draft}
          onText={(draft) => onUnshared({ draft })}
          waits={waits(part)}
          onOpened={whenOpened(part)}
          ourWord={ourWord}
          onOurWord={actions.ourWord}
          onSend={(text) => text !== '' && actions.send(text)}
        />
      )}
      {live.vault === 'locked' && <LockedLine />}
      {live.vault === 'open' && <AtMyElbow {...part} />}
    </div>
  )
}

/** The first turn of each is the start, where what waits to be sorted is asked about. */
const FIRST_TURNS = 2

/** What I noted for tonight, and words to begin with. In writing, a tap puts what I noted into my field. */
function AtMyElbow(part: Part) {
  const { live, unshared, onUnshared, actions } = part
  const isOpen = live.steps.some(({ id, state }) => state === 'now' && isOpenStep(id))
  const take = (text: string) => onUnshared({ draft: unshared.draft === '' ? text : `${unshared.draft}\n\n${text}` })
  return (
    <>
      <Tonight
        checkInId={live.checkInId}
        resting={live.restingJottings}
        isOpen={isOpen}
        onTake={writes(part) ? take : undefined}
        onBring={actions.bring}
      />
      {isOpen && <Beginnings checkInId={live.checkInId} draw={live.draw} />}
      {live.turn <= FIRST_TURNS && <SortJottings checkInId={live.checkInId} />}
    </>
  )
}

/** What one does in a turn, right above the pause: send a piece, and the one verb that passes the stone. */
export function SpeakingActions(part: Part) {
  const t = useTranslations('check-in')
  const { unshared, onUnshared, actions, formId } = part
  const closed = waits(part)
  return (
    <div className={styles.actions}>
      {writes(part) ? (
        <Button
          kind="quiet"
          size="large"
          type="submit"
          form={formId}
          aria-disabled={closed || unshared.draft.trim() === '' || undefined}
        >
          {t('words.send')}
        </Button>
      ) : (
        part.live.vault === 'open' && (
          <Button kind="quiet" size="large" onClick={() => onUnshared({ writes: 'now' })}>
            {t('live.write')}
          </Button>
        )
      )}
      <Button size="large" pending={isSending(part, 'pass')} aria-disabled={closed || undefined} onClick={actions.pass}>
        {t('pass.action')}
      </Button>
    </div>
  )
}
