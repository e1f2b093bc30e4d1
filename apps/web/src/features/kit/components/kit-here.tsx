'use client'

import { useTranslations } from 'next-intl'
import { OutLink } from '@/components/button'
import { Quiet } from '@/components/quiet'
import type { KitItem } from '@/vault/kit'
import { ofKind } from '../list'
import { siteOf } from '../reach'
import styles from './kit.module.css'
import { Picture } from './picture'
import { WhenOpen } from './when-open'

/** My own words and links, where they are needed. Nothing is changed here, and nobody is asked for anything. */
export function KitHere() {
  const t = useTranslations('kit.here')
  return <WhenOpen locked={t('locked')}>{(items) => <Kit items={items} />}</WhenOpen>
}

function Kit({ items }: { items: readonly KitItem[] }) {
  const t = useTranslations('kit.here')
  const words = ofKind(items, 'words')
  const pictures = ofKind(items, 'picture')
  const links = ofKind(items, 'link')
  if (words.length + pictures.length + links.length === 0) return <p>{t('empty')}</p>
  return (
    <div className={styles.here}>
      {words.map(({ id, text }) => (
        <p key={id} className={`${styles.words} own-words`}>
          {text}
        </p>
      ))}
      {pictures.map((one) => (
        <Picture key={one.id} of={one} />
      ))}
      {links.map(({ id, name, address }) => (
        <OutLink key={id} href={address}>
          {name}
          <span className={styles.site}>{siteOf(address)}</span>
        </OutLink>
      ))}
      {links.length > 0 && <Quiet>{t('network')}</Quiet>}
    </div>
  )
}
