'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextArea } from '@/components/field'
import { Section } from '@/components/section'
import type { KitItem } from '@/vault/kit'
import { ofKind } from '../list'
import { AddForm } from './add-form'
import styles from './kit.module.css'
import { Slip } from './slip'

export function WordsPart({ items }: { items: readonly KitItem[] }) {
  const t = useTranslations('kit.words')
  const [text, setText] = useState('')
  const words = ofKind(items, 'words')
  return (
    <Section title={t('title')}>
      {words.length === 0 && <p>{t('empty')}</p>}
      <ul className={styles.list}>
        {words.map((one) => (
          <Slip key={one.id} id={one.id} name={one.text}>
            <p className={`${styles.text} own-words`}>{one.text}</p>
          </Slip>
        ))}
      </ul>
      <AddForm
        action={t('add')}
        item={text.trim() === '' ? null : { kind: 'words', text: text.trim() }}
        onAdded={() => setText('')}
      >
        <TextArea
          label={t('label')}
          hint={t('hint')}
          rows={2}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
        />
      </AddForm>
    </Section>
  )
}
