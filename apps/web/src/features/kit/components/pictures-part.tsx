'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/field'
import { FileField } from '@/components/file-field'
import { Section } from '@/components/section'
import type { KitItem } from '@/vault/kit'
import { addPictureToKit, changeInKit } from '../client'
import { type OfKind, ofKind } from '../list'
import { ItemCard } from './item-card'
import { ItemForm } from './item-form'
import styles from './kit.module.css'
import { Picture } from './picture'

/* What every browser can draw: a phone that takes others hands over one of these when it is asked for them. */
const KINDS = 'image/jpeg,image/png,image/webp'

export function PicturesPart({ items }: { items: readonly KitItem[] }) {
  const t = useTranslations('kit.pictures')
  const unnamed = useTranslations('kit.picture')('unnamed')
  const pictures = ofKind(items, 'picture')
  return (
    <Section title={t('title')}>
      <p>{t('why')}</p>
      {pictures.length === 0 && <p>{t('empty')}</p>}
      <ul className={styles.list}>
        {pictures.map((one) => (
          <ItemCard
            key={one.id}
            item={one}
            name={one.words || unnamed}
            renderChange={(close) => <ChangeWords of={one} close={close} />}
          >
            <Picture of={one} />
          </ItemCard>
        ))}
      </ul>
      <AddPicture />
    </Section>
  )
}

function AddPicture() {
  const t = useTranslations('kit.pictures')
  const [file, setFile] = useState<File | null>(null)
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  // A field for files cannot be emptied: after each picture there is a new one.
  const [put, setPut] = useState(0)
  return (
    <ItemForm
      action={t('add')}
      save={file && (() => addPictureToKit(file, words.trim()))}
      onWrong={() => setMissing(true)}
      onSaved={() => {
        setFile(null)
        setWords('')
        setPut(put + 1)
      }}
    >
      <FileField
        key={put}
        label={t('file')}
        hint={t('made')}
        error={missing ? t('missing') : undefined}
        accept={KINDS}
        chosen={file?.name ?? null}
        onChoose={(chosen) => {
          setFile(chosen)
          setMissing(false)
        }}
      />
      <Words value={words} onChange={setWords} />
    </ItemForm>
  )
}

function ChangeWords({ of, close }: { of: OfKind<'picture'>; close: () => void }) {
  const t = useTranslations('kit')
  const [words, setWords] = useState(of.words)
  return (
    <ItemForm action={t('keep')} save={() => changeInKit({ ...of, words: words.trim() })} onSaved={close} leave={close}>
      <Picture of={of} />
      <Words value={words} onChange={setWords} />
    </ItemForm>
  )
}

function Words({ value, onChange }: { value: string; onChange: (words: string) => void }) {
  const t = useTranslations('kit.pictures')
  return (
    <TextField
      label={t('words')}
      hint={t('wordsHint')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
    />
  )
}
