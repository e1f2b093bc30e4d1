'use client'

import { useTranslations } from 'next-intl'
import { DialLink } from '@/components/button'
import { Quiet } from '@/components/quiet'
import type { KitItem } from '@/vault/kit'
import { ofKind } from '../list'
import { callTo, messageTo } from '../reach'
import styles from './kit.module.css'
import { WhenOpen } from './when-open'

/** Who is there for me, and how to reach them. */
export function PeopleHere() {
  const t = useTranslations('kit.here')
  return <WhenOpen locked={t('peopleLocked')}>{(items) => <People items={items} />}</WhenOpen>
}

function People({ items }: { items: readonly KitItem[] }) {
  const t = useTranslations('kit.here')
  const people = ofKind(items, 'person')
  if (people.length === 0) return <p>{t('nobody')}</p>
  return (
    <div className={styles.here}>
      <ul className={styles.people}>
        {people.map(({ id, name, number }) => (
          <li key={id} className={styles.person}>
            <DialLink kind="quiet" href={callTo(number)}>
              {t('call', { name })}
            </DialLink>
            <DialLink kind="quiet" href={messageTo(number)}>
              {t('text', { name })}
            </DialLink>
          </li>
        ))}
      </ul>
      <Quiet>{t('traces')}</Quiet>
    </div>
  )
}
