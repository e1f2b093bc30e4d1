'use client'

import { COUNTRIES, guessCountry, type HelpLine, helpLinesOf } from '@turnstone/content/help-lines'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { SelectField } from '@/components/field'
import { Section } from '@/components/section'
import { useBrowserFact } from '@/lib/store'
import styles from './help.module.css'
import { Line } from './line'
import { Sources } from './sources'

const NEEDS = ['emergency', 'violence', 'crisis'] as const

/**
 * The lines are in the code, the country is guessed anew each time and kept nowhere, and no link here fetches anything
 * before it is opened.
 */
export function HelpLines() {
  const t = useTranslations('help')
  const guessed = useBrowserFact(guessHere, null)
  const [chosen, setChosen] = useState<string | null>(null)
  const code = chosen ?? guessed ?? ELSEWHERE
  const lines = helpLinesOf(code)
  return (
    <>
      <CountryField code={code} onChoose={setChosen} />
      {NEEDS.map((need) => (
        <Lines key={need} need={need} lines={lines.filter((line) => line.need === need)} />
      ))}
      <Section title={t('traces')}>
        <p>{t('tracesText')}</p>
      </Section>
      <Sources lines={lines} />
    </>
  )
}

/** In the list of countries: none of those. */
const ELSEWHERE = '*'

const guessHere = () =>
  guessCountry({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, languages: navigator.languages })

function CountryField({ code, onChoose }: { code: string; onChoose: (code: string) => void }) {
  const t = useTranslations('help')
  const locale = useLocale()
  const countries = COUNTRIES.map((country) => ({ code: country.code, name: country.name[locale] }))
  return (
    <SelectField
      label={t('where')}
      hint={t('whereHint')}
      value={code}
      autoComplete="off"
      onChange={(event) => onChoose(event.target.value)}
    >
      {countries
        .toSorted((one, other) => one.name.localeCompare(other.name, locale))
        .map((country) => (
          <option key={country.code} value={country.code}>
            {country.name}
          </option>
        ))}
      <option value={ELSEWHERE}>{t('elsewhere')}</option>
    </SelectField>
  )
}

function Lines({ need, lines }: { need: HelpLine['need']; lines: readonly HelpLine[] }) {
  const t = useTranslations('help')
  if (lines.length === 0) return null
  return (
    <Section title={t(`need.${need}`)}>
      {lines.every(({ answers }) => answers === 'women') && <p>{t('forAll')}</p>}
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.id}>
            <Line line={line} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
