'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { known, type OtherName } from '../../names'
import type { Said, Side, Unsent } from '../../view'
import styles from './said-log.module.css'

interface Turn {
  readonly turn: number
  readonly kind: Said['kind']
  readonly by: Side
  readonly pieces: readonly Said[]
}

/** Pieces of one turn belong together: one voice, one paragraph after the other. */
export function turnsOf(said: readonly Said[]): readonly Turn[] {
  const turns: Turn[] = []
  for (const piece of said) {
    const last = turns.at(-1)
    if (last?.turn === piece.turn && last.by === piece.by && last.kind === piece.kind)
      turns[turns.length - 1] = { ...last, pieces: [...last.pieces, piece] }
    else turns.push({ turn: piece.turn, kind: piece.kind, by: piece.by, pieces: [piece] })
  }
  return turns
}

const STATE_WORDS = { sending: 'sending', waiting: 'notSent', returned: 'returned' } as const

interface Props {
  said: readonly Said[]
  unsent: readonly Unsent[]
  other: OtherName
  onTakeBack: (piece: Unsent) => void
}

/** What was said, oldest first. New words are read out, once, when there is a quiet moment. */
export function SaidLog({ said, unsent, other, onTakeBack }: Props) {
  const t = useTranslations('check-in')
  const end = useRef<HTMLDivElement>(null)
  const count = said.length + unsent.length
  // New words come into view; whoever has scrolled up to read again is brought along only by something new.
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'nearest' })
  }, [count])
  return (
    <div className={styles.log} role="log" aria-label={t('words.log')} aria-live="polite">
      {said.length === 0 && unsent.length === 0 && <p className={styles.none}>{t('words.none')}</p>}
      {turnsOf(said).map(({ kind, by, pieces }) => (
        <div key={pieces[0]?.key} className={styles.turn} data-by={by}>
          <p className={styles.by}>
            {t(`${kind === 'speech' ? 'words' : 'reflection'}.${by === 'me' ? 'mine' : 'theirs'}`, known(other))}
          </p>
          {pieces.map((piece) => (
            <p key={piece.key} className={piece.text === null ? styles.none : `${styles.piece} own-words`}>
              {piece.text ?? t('words.unreadable')}
            </p>
          ))}
        </div>
      ))}
      {unsent.map((piece) => (
        <div key={piece.key} className={styles.unsent}>
          <p className={`${styles.piece} own-words`}>{piece.text}</p>
          <p className={styles.by}>
            {t(`words.${STATE_WORDS[piece.state]}`)}
            {piece.state === 'returned' && (
              <button type="button" className={styles.again} onClick={() => onTakeBack(piece)}>
                {t('words.takeBack')}
              </button>
            )}
          </p>
        </div>
      ))}
      <div ref={end} className={styles.end} />
    </div>
  )
}
