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

export async function loadMessages(locale: Locale, nouns: readonly Noun[]): Promise<AbstractIntlMessages> {
  const load = async (noun: Noun): Promise<[Noun, AbstractIntlMessages]> => {
    const file: { default: AbstractIntlMessages } = await import(`../messages/${locale}/${noun}.json`)
    return [noun, file.default]
  }
  return Object.fromEntries(await Promise.all(nouns.map(load)))
}

interface Props {
  locale: Locale
  /** What the page's components speak of, beside `common` and `errors`. */
  nouns?: readonly Noun[]
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
