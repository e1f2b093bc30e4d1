'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/field'
import { Quiet } from '@/components/quiet'
import { Section } from '@/components/section'
import type { KitItem } from '@/vault/kit'
import { addToKit, changeInKit } from '../client'
import { type OfKind, ofKind } from '../list'
import { isNumber } from '../reach'
import { ItemCard } from './item-card'
import { ItemForm } from './item-form'
import styles from './kit.module.css'

/** Typed in by hand: a phone's list of contacts is not asked for. */
export function PeoplePart({ items }: { items: readonly KitItem[] }) {
  const t = useTranslations('kit.people')
  const people = ofKind(items, 'person')
  return (
    <Section title={t('title')}>
      <p>{t('why')}</p>
      {people.length === 0 && <p>{t('empty')}</p>}
      <ul className={styles.list}>
        {people.map((one) => (
          <ItemCard
            key={one.id}
            item={one}
            name={one.name}
            renderChange={(close) => <PersonForm of={one} close={close} />}
          >
            <p className={styles.text}>{one.name}</p>
            <Quiet>{one.number}</Quiet>
          </ItemCard>
        ))}
      </ul>
      <PersonForm />
    </Section>
  )
}

const NOBODY = { name: '', number: '' }

/** `of`: who is being changed; without it somebody is put in. */
function PersonForm({ of, close }: { of?: OfKind<'person'>; close?: () => void }) {
  const t = useTranslations('kit')
  const [{ name, number }, setTyped] = useState<{ name: string; number: string }>(of ?? NOBODY)
  const [wrong, setWrong] = useState(false)
  const item = { kind: 'person', name: name.trim() || number.trim(), number: number.trim() } as const
  const save = () => (of ? changeInKit({ ...of, ...item }) : addToKit(item))
  return (
    <ItemForm
      action={of ? t('keep') : t('people.add')}
      save={isNumber(number) ? save : null}
      onWrong={() => setWrong(true)}
      onSaved={close ?? (() => setTyped(NOBODY))}
      leave={close}
    >
      <TextField
        label={t('people.name')}
        value={name}
        onChange={(event) => setTyped({ name: event.target.value, number })}
        autoComplete="off"
      />
      <TextField
        label={t('people.number')}
        error={wrong ? t('people.wrong') : undefined}
        type="tel"
        value={number}
        onChange={(event) => {
          setTyped({ name, number: event.target.value })
          setWrong(false)
        }}
        autoComplete="off"
      />
    </ItemForm>
  )
}
