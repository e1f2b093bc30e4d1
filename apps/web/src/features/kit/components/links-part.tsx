'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/field'
import { Quiet } from '@/components/quiet'
import { Section } from '@/components/section'
import type { KitItem } from '@/vault/kit'
import { ofKind } from '../list'
import { addressFrom, siteOf } from '../reach'
import { AddForm } from './add-form'
import styles from './kit.module.css'
import { Slip } from './slip'

const NONE = { name: '', address: '', wrong: false }

export function LinksPart({ items }: { items: readonly KitItem[] }) {
  const t = useTranslations('kit.links')
  const [{ name, address, wrong }, setTyped] = useState(NONE)
  const links = ofKind(items, 'link')
  const whole = addressFrom(address)
  return (
    <Section title={t('title')}>
      <p>{t('why')}</p>
      {links.length === 0 && <p>{t('empty')}</p>}
      <ul className={styles.list}>
        {links.map((link) => (
          <Slip key={link.id} id={link.id} name={link.name}>
            <p className={styles.text}>{link.name}</p>
            <Quiet>{siteOf(link.address)}</Quiet>
          </Slip>
        ))}
      </ul>
      <AddForm
        action={t('add')}
        item={whole === null ? null : { kind: 'link', name: name.trim() || siteOf(whole), address: whole }}
        onWrong={() => setTyped({ name, address, wrong: true })}
        onAdded={() => setTyped(NONE)}
      >
        <TextField
          label={t('name')}
          value={name}
          onChange={(event) => setTyped({ name: event.target.value, address, wrong })}
          autoComplete="off"
        />
        <TextField
          label={t('address')}
          error={wrong ? t('wrong') : undefined}
          type="url"
          value={address}
          onChange={(event) => setTyped({ name, address: event.target.value, wrong: false })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </AddForm>
    </Section>
  )
}
