import type { Metadata } from 'next'
import type { AbstractIntlMessages } from 'next-intl'
import type { ReactNode } from 'react'
import { isLocale, LOCALES, type Locale } from './locales'
import type { Noun } from './nouns'
import { Provider } from './provider'

export interface LocaleParams {
  params: Promise<{ locale: string }>
}

/** Every locale of every page is made at build time. */
export const generateStaticParams = () => LOCALES.map((locale) => ({ locale }))

export async function localeOf({ params }: LocaleParams): Promise<Locale> {
  const { locale } = await params
  if (!isLocale(locale)) throw new Error(`no such locale: ${locale}`)
  return locale
}

/** All that is said of a noun, or one part of it: `kit.here`. */
type Part = Noun | `${Noun}.${string}`

export async function loadMessages(locale: Locale, parts: readonly Part[]): Promise<AbstractIntlMessages> {
  const messages: Record<string, AbstractIntlMessages> = {}
  for (const part of parts) {
    const [noun = '', name] = part.split('.')
    const { default: all }: { default: AbstractIntlMessages } = await import(`../messages/${locale}/${noun}.json`)
    if (name !== undefined && all[name] === undefined) throw new Error(`no messages ${part}`)
    messages[noun] = { ...messages[noun], ...(name === undefined ? all : { [name]: all[name] ?? {} }) }
  }
  return messages
}

interface Props {
  locale: Locale
  /** What the page's components speak of, beside `common` and `errors`. */
  nouns?: readonly Part[]
  children: ReactNode
}

/** Gives a page the messages of its nouns, and no others. */
export async function Messages({ locale, nouns = [], children }: Props) {
  return (
    <Provider locale={locale} messages={await loadMessages(locale, ['common', 'errors', ...nouns])}>
      {children}
    </Provider>
  )
}

/** `generateMetadata` of a page: its title, from `<noun>.titles.<name>`. */
export function titled(noun: Noun, name: string) {
  return async (props: LocaleParams): Promise<Metadata> => {
    const { [noun]: own } = await loadMessages(await localeOf(props), [noun])
    const titles = typeof own === 'object' ? own.titles : undefined
    const title = typeof titles === 'object' ? titles[name] : undefined
    if (typeof title !== 'string') throw new Error(`no title ${noun}.titles.${name}`)
    return { title }
  }
}
