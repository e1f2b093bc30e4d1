'use client'

import { COUNTRIES, guessCountry, type HelpLine, helpLinesOf } from '@turnstone/content/help-lines'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { SelectField } from '@/components/field'
import { Go } from '@/components/go'
import { Section } from '@/components/section'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { LOCALE_NAMES, LOCALES } from '@/i18n/locales'
import { isKeptHere } from '@/lib/service-worker'
import { useBrowserFact } from '@/lib/store'
import styles from './help.module.css'
import { Line } from './line'
import { Sources } from './sources'

const NEEDS = ['emergency', 'violence', 'crisis'] as const

/**
 * Who listens, by country. The lines are in the page, the country is guessed anew each time and kept nowhere, and no link
 * here fetches anything before it is opened: being here leaves nothing but the browser's own history.
 */
export function HelpPage() {
  const t = useTranslations('help')
  const guessed = useBrowserFact(guessHere, null)
  const [chosen, setChosen] = useState<string | null>(null)
  const code = chosen ?? guessed ?? ELSEWHERE
  const lines = helpLinesOf(code)
  return (
    <Shell kind="bare" foot={<Foot />}>
      <Stack gap="small">
        <Title>{t('title')}</Title>
        <Seen />
      </Stack>
      <CountryField code={code} onChoose={setChosen} />
      {NEEDS.map((need) => (
        <Lines key={need} need={need} lines={lines.filter((line) => line.need === need)} />
      ))}
      <Section title={t('traces')}>
        <p>{t('tracesText')}</p>
      </Section>
      <Sources lines={lines} />
    </Shell>
  )
}

/** In the list of countries: none of those. */
const ELSEWHERE = '*'

const guessHere = () =>
  guessCountry({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, languages: navigator.languages })

/** Says that nothing was sent where that is so, and otherwise what was. */
function Seen() {
  const t = useTranslations('help')
  const [kept, setKept] = useState<boolean | null>(null)
  useEffect(() => void isKeptHere().then(setKept), [])
  return (
    <p className={styles.seen} data-unsure={kept === null || undefined}>
      {t(kept === false ? 'wasAsked' : 'sendsNothing')}
    </p>
  )
}

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

function Foot() {
  const t = useTranslations('help')
  const common = useTranslations('common')
  const here = useLocale()
  return (
    <>
      <Go to="/" fetched="opened">
        {common('home')}
      </Go>
      <Go to="/quick-exit" fetched="opened">
        {t('quickExit')}
      </Go>
      {LOCALES.filter((locale) => locale !== here).map((locale) => (
        // The same page, for this once: the language of the app stays.
        <a key={locale} href={`/${locale}/help`} lang={locale} hrefLang={locale}>
          {LOCALE_NAMES[locale]}
        </a>
      ))}
    </>
  )
}
