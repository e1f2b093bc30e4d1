'use client'

import { useTranslations } from 'next-intl'
import { Quiet } from '@/components/quiet'
import { usePicture } from '../client'
import type { OfKind } from '../list'
import styles from './kit.module.css'

/** A picture with the words its owner gave it, which stand alone where it cannot be shown. */
export function Picture({ of: { id, words, width, height } }: { of: OfKind<'picture'> }) {
  const t = useTranslations('kit.picture')
  const shown = usePicture(id)
  return (
    <figure className={styles.figure}>
      {shown.kind === 'here' && (
        <img className={styles.picture} src={shown.url} alt={words || t('unnamed')} width={width} height={height} />
      )}
      {shown.kind === 'opening' && <Blank width={width} height={height} />}
      {(shown.kind === 'away' || shown.kind === 'unreadable') && <Quiet>{t(shown.kind)}</Quiet>}
      {words && (
        <figcaption className={styles.text} aria-hidden={shown.kind === 'here'}>
          {words}
        </figcaption>
      )}
    </figure>
  )
}

/** As large as the picture will be, so that nothing jumps. */
function Blank({ width, height }: { width: number; height: number }) {
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    />
  )
}
