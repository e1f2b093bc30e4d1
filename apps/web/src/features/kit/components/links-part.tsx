'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/field'
import { Quiet } from '@/components/quiet'
import { Section } from '@/components/section'
import type { KitItem } from '@/vault/kit'
import { addToKit, changeInKit } from '../client'
import { type OfKind, ofKind } from '../list'
import { addressFrom, siteOf } from '../reach'
import { ItemCard } from './item-card'
import { ItemForm } from './item-form'
import styles from './kit.module.css'

export function LinksPart({ items }: { items: readonly KitItem[] }) {
  const t = useTranslations('kit.links')
  const links = ofKind(items, 'link')
  return (
    <Section title={t('title')}>
      <p>{t('why')}</p>
      {links.length === 0 && <p>{t('empty')}</p>}
      <ul className={styles.list}>
        {links.map((link) => (
          <ItemCard
            key={link.id}
            item={link}
            name={link.name}
            renderChange={(close) => <LinkForm of={link} close={close} />}
          >
            <p className={styles.text}>{link.name}</p>
            <Quiet>{siteOf(link.address)}</Quiet>
          </ItemCard>
        ))}
      </ul>
      <LinkForm />
    </Section>
  )
}

const NONE = { name: '', address: '' }

/** `of`: what is being changed; without it a new link is put in. */
function LinkForm({ of, close }: { of?: OfKind<'link'>; close?: () => void }) {
  const t = useTranslations('kit')
  const [{ name, address }, setTyped] = useState<{ name: string; address: string }>(of ?? NONE)
  const [wrong, setWrong] = useState(false)
  const whole = addressFrom(address)
  const save = async (to: string) => {
    const item = { kind: 'link', name: name.trim() || siteOf(to), address: to } as const
    await (of ? changeInKit({ ...of, ...item }) : addToKit(item))
  }
  return (
    <ItemForm
      action={of ? t('keep') : t('links.add')}
      save={whole === null ? null : () => save(whole)}
      onWrong={() => setWrong(true)}
      onSaved={close ?? (() => setTyped(NONE))}
      leave={close}
    >
      <TextField
        label={t('links.name')}
        value={name}
        onChange={(event) => setTyped({ name: event.target.value, address })}
        autoComplete="off"
      />
      <TextField
        label={t('links.address')}
        error={wrong ? t('links.wrong') : undefined}
        type="url"
        value={address}
        onChange={(event) => {
          setTyped({ name, address: event.target.value })
          setWrong(false)
        }}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </ItemForm>
  )
}
