'use client'

import { FORMATS, type FormatId, REPAIR_MINUTES } from '@turnstone/content'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { OtherName } from '../../names'
import { OfferRepair } from './offer-repair'
import styles from './willing.module.css'

export interface Kind {
  readonly format: FormatId
  readonly minutes: number
  readonly repair?: { readonly kind: 'offer'; readonly breatherMs: number }
}

interface Props {
  format: string
  minutes: number
  other: OtherName
  onChoose: (kind: Kind) => void
}

/**
 * Every kind of check-in there is. Buttons, not a choice among radios: arrow keys and a screen reader's cursor pass over
 * these without choosing, because choosing is for both and asks both again.
 */
export function Kinds({ format, minutes, other, onChoose }: Props) {
  const t = useTranslations('check-in.willing')
  const [repairs, setRepairs] = useState(false)
  return (
    <fieldset className={styles.kinds}>
      <legend>{t('chooseKind')}</legend>
      {KINDS.map((kind) => (
        <button
          key={`${kind.format} ${kind.minutes}`}
          type="button"
          className={styles.kind}
          aria-current={kind.format === format && kind.minutes === minutes ? 'true' : undefined}
          onClick={() => onChoose(kind)}
        >
          {t(`kind.${kind.format}`, { minutes: kind.minutes })}
        </button>
      ))}
      <button
        type="button"
        className={styles.kind}
        aria-current={format === 'repair' ? 'true' : undefined}
        aria-expanded={repairs}
        onClick={() => setRepairs(!repairs)}
      >
        {t('kind.repair')}
      </button>
      {repairs && (
        <OfferRepair
          other={other}
          onOffer={(breatherMs) =>
            onChoose({ format: 'repair', minutes: REPAIR_MINUTES, repair: { kind: 'offer', breatherMs } })
          }
        />
      )}
    </fieldset>
  )
}

const KINDS: readonly Kind[] = FORMATS.flatMap(({ id, lengths }) =>
  lengths.map(({ minutes }) => ({ format: id, minutes })),
)
