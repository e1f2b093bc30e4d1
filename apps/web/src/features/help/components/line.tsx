'use client'

import { dialled, type HelpLine, type Way } from '@turnstone/content/help-lines'
import { useLocale, useTranslations } from 'next-intl'
import { DialLink } from '@/components/button'
import { Quiet } from '@/components/quiet'
import styles from './help.module.css'

/** One line: who they are, whom and when they answer, and big ways to reach them. */
export function Line({ line }: { line: HelpLine }) {
  const locale = useLocale()
  const whom = useWhom(line)
  return (
    <div className={styles.line}>
      {line.need !== 'emergency' && (
        <>
          <h3>{line.name[locale]}</h3>
          <Quiet>{whom.join(' · ')}</Quiet>
        </>
      )}
      {line.note && <p>{line.note[locale]}</p>}
      <div className={styles.ways}>
        {line.ways.map((way) => (
          <Reach key={keyOf(way)} way={way} urgent={line.need === 'emergency'} />
        ))}
      </div>
    </div>
  )
}

/** For whom, when, in which languages: as far as it is known. */
function useWhom({ answers, hours, languages, more }: HelpLine): string[] {
  const t = useTranslations('help')
  const locale = useLocale()
  const spoken = languages.map((language) => t(`languages.${language}`)).join(', ')
  return [
    t(`answers.${answers}`),
    hours === 'always' ? t('always') : (hours?.[locale] ?? ''),
    more ? t('andOthers', { languages: spoken }) : spoken,
  ].filter(Boolean)
}

function Reach({ way, urgent }: { way: Way; urgent: boolean }) {
  const t = useTranslations('help')
  const kind = urgent ? 'act' : 'quiet'
  switch (way.kind) {
    case 'call':
      return (
        <DialLink href={`tel:${dialled(way.number)}`} kind={kind}>
          {t('call', { number: way.number })}
        </DialLink>
      )
    case 'text':
      return (
        <DialLink href={messageTo(way)} kind={kind}>
          {way.say ? t('textSay', { number: way.number, say: way.say }) : t('text', { number: way.number })}
        </DialLink>
      )
    case 'whatsapp':
      return <p className={styles.written}>{t('whatsapp', { number: way.number })}</p>
    case 'web':
      return <p className={styles.written}>{t('web', { address: way.address })}</p>
  }
}

/** `?&` is what both iPhones and Androids take for the beginning of a message. */
const messageTo = ({ number, say }: Extract<Way, { kind: 'text' }>) =>
  `sms:${dialled(number)}${say ? `?&body=${say}` : ''}`

const keyOf = (way: Way) => `${way.kind} ${way.kind === 'web' ? way.address : way.number}`
