'use client'

import { FORMATS, type FormatId } from '@turnstone/content'
import { useTranslations } from 'next-intl'
import styles from './willing.module.css'

export interface Kind {
  readonly format: FormatId
  readonly minutes: number
}

interface Props {
  format: string
  minutes: number
  onChoose: (kind: Kind) => void
}

/**
 * Every kind of check-in there is. Buttons, not a choice among radios: arrow keys and a screen reader's cursor pass over
 * these without choosing, because choosing is for both and asks both again.
 */
export function Kinds({ format, minutes, onChoose }: Props) {
  const t = useTranslations('check-in.willing')
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
    </fieldset>
  )
}

const KINDS: readonly Kind[] = FORMATS.flatMap(({ id, lengths }) =>
  lengths.map(({ minutes }) => ({ format: id, minutes })),
)
