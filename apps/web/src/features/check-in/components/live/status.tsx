'use client'

import { useTranslations } from 'next-intl'
import { isOpenStep } from '../../agenda'
import { headingsOf, moreTimeOf } from '../../announcement'
import { known, type OtherName } from '../../names'
import type { LiveView } from '../../view'
import styles from './live-screen.module.css'

interface Props {
  live: LiveView
  other: OtherName
}

/** The state of the room in a few words: who has the stone, what this turn is for, and what is different just now. */
export function Status({ live, other }: Props) {
  const t = useTranslations('check-in')
  const [heading, ...more] = headingsOf(live.floor)
  return (
    <>
      {heading && <h1 className={styles.heading}>{t(heading, known(other))}</h1>}
      <div className={styles.status}>
        <Purpose live={live} other={other} />
        {more.map(
          (key) =>
            // The question for more time has a place of its own, with its answers.
            key !== 'more.question' && (
              <p key={key} className={styles.sub}>
                {t(key, known(other))}
              </p>
            ),
        )}
        {moreTimeOf(live).map((key) => (
          <p key={key} className={styles.sub}>
            {t(key, known(other))}
          </p>
        ))}
        {live.endsSoon && <p className={styles.sub}>{t('floor.soon')}</p>}
        <ClockWaits live={live} />
        <Rests live={live} />
        {live.slower && <p className={live.slowedNow ? styles.slow : styles.sub}>{t('floor.slower')}</p>}
      </div>
    </>
  )
}

/** What rests until the end, the same on both sides: a topic has no name here, another part of the agenda has its own. */
function Rests({ live: { topicRests, rests, steps } }: Pick<Props, 'live'>) {
  const t = useTranslations('check-in')
  if (!topicRests) return null
  const parts = rests.filter((step) => !isOpenStep(step))
  const isTopic = rests.length === 0 || parts.length < rests.length
  const hasRoom = rests.length === 0 || steps.some(({ id, state }) => id === 'another' && state === 'now')
  return (
    <>
      {isTopic && <p className={styles.sub}>{t(hasRoom ? 'live.topicRests' : 'comingBack.topicRests')}</p>}
      {parts.length > 0 && (
        <p className={styles.sub}>{t('live.rests', { names: parts.map((step) => t(`agenda.${step}`)).join(' · ') })}</p>
      )}
    </>
  )
}

/** The words of this turn. */
function Purpose({ live: { floor, turn, steps, said, thenSaidBack }, other }: Props) {
  const t = useTranslations('check-in')
  switch (floor.kind) {
    case 'turn':
    case 'grace':
      if (floor.holder === 'them')
        return <p className={styles.sub}>{t(thenSaidBack ? 'live.listenSayBack' : 'live.listen')}</p>
      return (
        <>
          {steps.map(
            ({ id, state }) =>
              state === 'now' &&
              id !== 'closing' && (
                <p key={id} className={styles.invite}>
                  {t(`agenda.invite.${id}`)}
                </p>
              ),
          )}
          {thenSaidBack && !said.some((piece) => piece.turn === turn) && (
            <p className={styles.sub}>{t('live.thenSaidBack', known(other))}</p>
          )}
        </>
      )
    case 'reflection':
      return floor.stage === 'more' ? null : <p className={styles.sub}>{t(`reflection.${howOf(floor)}`)}</p>
    case 'breath':
    case 'closing':
      return null
  }
}

function howOf({ holder, stage, round }: Extract<LiveView['floor'], { kind: 'reflection' }>) {
  if (stage === 'saying') return holder === 'me' ? 'theySayHow' : 'sayHow'
  if (holder === 'them') return 'theyLookHow'
  return round === 1 ? 'wasThatItHow' : 'secondTime'
}

/** Somebody is not here; who, and since when, is nobody's business. */
function ClockWaits({ live }: { live: LiveView }) {
  const t = useTranslations('check-in.floor')
  if (!live.clockWaits) return null
  return (
    <p className={styles.sub}>
      {t('clockWaits')} {t('clockWaitsWhy')}
    </p>
  )
}
