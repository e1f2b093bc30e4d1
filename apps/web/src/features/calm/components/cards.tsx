'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { ShownCard } from '@/components/shown-card'
import styles from './cards.module.css'

const CARDS = ['space', 'near', 'noWords'] as const
type Card = (typeof CARDS)[number]

/** For when speech fails: a few words, to hold up or to lay between two people. */
export function Cards() {
  const t = useTranslations('calm.cards')
  const [shown, setShown] = useState<Card | null>(null)
  const [last, setLast] = useState<Card | null>(null)
  if (shown) {
    const close = () => {
      setLast(shown)
      setShown(null)
    }
    return <ShownCard words={t(`words.${shown}`)} onClose={close} />
  }
  return (
    <>
      <p>{t('how')}</p>
      <CardList last={last} onShow={setShown} />
    </>
  )
}

function CardList({ last, onShow }: { last: Card | null; onShow: (card: Card) => void }) {
  const t = useTranslations('calm.cards.words')
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => opener.current?.focus(), [])
  return (
    <ul className={styles.cards}>
      {CARDS.map((card) => (
        <li key={card}>
          <Button ref={card === last ? opener : null} kind="quiet" size="large" onClick={() => onShow(card)}>
            {t(card)}
          </Button>
        </li>
      ))}
    </ul>
  )
}
