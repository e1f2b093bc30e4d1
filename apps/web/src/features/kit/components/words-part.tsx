'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextArea } from '@/components/field'
import { Section } from '@/components/section'
import type { KitItem } from '@/vault/kit'
import { addToKit, changeInKit } from '../client'
import { type OfKind, ofKind } from '../list'
import { ItemCard } from './item-card'
import { ItemForm } from './item-form'
import styles from './kit.module.css'

export function WordsPart({ items }: { items: readonly KitItem[] }) {
  const t = useTranslations('kit.words')
  const words = ofKind(items, 'words')
  return (
    <Section title={t('title')}>
      {words.length === 0 && <p>{t('empty')}</p>}
      <ul className={styles.list}>
        {words.map((one) => (
          <ItemCard
            key={one.id}
            item={one}
            name={one.text}
            renderChange={(close) => <WordsForm of={one} close={close} />}
          >
            <p className={`${styles.text} own-words`}>{one.text}</p>
          </ItemCard>
        ))}
      </ul>
      <WordsForm />
    </Section>
  )
}

/** `of`: what is being changed; without it new words are put in. */
function WordsForm({ of, close }: { of?: OfKind<'words'>; close?: () => void }) {
  const t = useTranslations('kit')
  const [text, setText] = useState(of?.text ?? '')
  const item = { kind: 'words', text: text.trim() } as const
  const save = () => (of ? changeInKit({ ...of, ...item }) : addToKit(item))
  return (
    <ItemForm
      action={of ? t('keep') : t('words.add')}
      save={item.text === '' ? null : save}
      onSaved={close ?? (() => setText(''))}
      leave={close}
    >
      <TextArea
        label={t('words.label')}
        hint={of ? undefined : t('words.hint')}
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoComplete="off"
      />
    </ItemForm>
  )
}
