'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/field'
import { Quiet } from '@/components/quiet'
import { Section } from '@/components/section'
import type { KitItem } from '@/vault/kit'
import { ofKind } from '../list'
import { isNumber } from '../reach'
import { AddForm } from './add-form'
import styles from './kit.module.css'
import { Slip } from './slip'

const NOBODY = { name: '', number: '', wrong: false }

/** Typed in by hand: a phone's list of contacts is not asked for. */
export function PeoplePart({ items }: { items: readonly KitItem[] }) {
  const t = useTranslations('kit.people')
  const [{ name, number, wrong }, setTyped] = useState(NOBODY)
  const people = ofKind(items, 'person')
  return (
    <Section title={t('title')}>
      <p>{t('why')}</p>
      {people.length === 0 && <p>{t('empty')}</p>}
      <ul className={styles.list}>
        {people.map((person) => (
          <Slip key={person.id} id={person.id} name={person.name}>
            <p className={styles.text}>{person.name}</p>
            <Quiet>{person.number}</Quiet>
          </Slip>
        ))}
      </ul>
      <AddForm
        action={t('add')}
        item={isNumber(number) ? { kind: 'person', name: name.trim() || number.trim(), number: number.trim() } : null}
        onWrong={() => setTyped({ name, number, wrong: true })}
        onAdded={() => setTyped(NOBODY)}
      >
        <TextField
          label={t('name')}
          value={name}
          onChange={(event) => setTyped({ name: event.target.value, number, wrong })}
          autoComplete="off"
        />
        <TextField
          label={t('number')}
          error={wrong ? t('wrong') : undefined}
          type="tel"
          value={number}
          onChange={(event) => setTyped({ name, number: event.target.value, wrong: false })}
          autoComplete="off"
        />
      </AddForm>
    </Section>
  )
}
