import type { Language } from './languages.ts'

export interface Words {
  readonly en: string
  readonly es: string
}

/** How somebody reaches a line. `web` is for reading and typing: a link would tell that site who comes from where. */
export type Way =
  | { readonly kind: 'call'; readonly number: string }
  /** `say`: what the message should begin with. */
  | { readonly kind: 'text'; readonly number: string; readonly say?: string }
  | { readonly kind: 'whatsapp'; readonly number: string }
  | { readonly kind: 'web'; readonly address: string }

export type Need = 'emergency' | 'violence' | 'crisis'

export interface HelpLine {
  readonly id: string
  /** As it calls itself. */
  readonly name: Words
  readonly need: Need
  readonly answers: 'everyone' | 'women' | 'men'
  readonly ways: readonly Way[]
  /** Null where no source told. */
  readonly hours: 'always' | Words | null
  readonly languages: readonly Language[]
  /** Further languages, through interpreters or by people who are not always there. */
  readonly more: boolean
  readonly note: Words | null
  /** The pages this was read on. */
  readonly sources: readonly string[]
  /** The day they were read, in copies that may be older. Nobody rang. */
  readonly checkedOn: string
}

type Told = Pick<HelpLine, 'id' | 'ways' | 'sources' | 'languages'> & { readonly name: string } & Partial<
    Pick<HelpLine, 'answers' | 'hours' | 'more' | 'note'>
  >

const CHECKED_ON = '2026-11-23'

const lineFor =
  (need: Need) =>
  ({ name, ...told }: Told): HelpLine => ({
    need,
    answers: 'everyone',
    hours: null,
    more: false,
    note: null,
    checkedOn: CHECKED_ON,
    ...told,
    name: { en: name, es: name },
  })

export const violence = lineFor('violence')
export const crisis = lineFor('crisis')

/** Police and ambulance, at any time. */
export const emergency = ({
  note = null,
  ...told
}: Pick<HelpLine, 'id' | 'ways' | 'sources'> & { readonly note?: Words | null }): HelpLine => ({
  ...told,
  note,
  need: 'emergency',
  name: { en: 'Emergency', es: 'Emergencias' },
  answers: 'everyone',
  hours: 'always',
  languages: [],
  more: false,
  checkedOn: CHECKED_ON,
})

export const call = (number: string): Way => ({ kind: 'call', number })
export const text = (number: string, say?: string): Way => ({ kind: 'text', number, ...(say && { say }) })
export const whatsapp = (number: string): Way => ({ kind: 'whatsapp', number })
export const web = (address: string): Way => ({ kind: 'web', address })

/** A number as it is dialled. */
export const dialled = (number: string): string => number.replace(/[^\d+*#]/g, '')
