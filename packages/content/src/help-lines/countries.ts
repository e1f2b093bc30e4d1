import { AMERICAS } from './americas.ts'
import { EUROPE, EUROPEAN_UNION } from './europe.ts'
import { call, crisis, emergency, type HelpLine, type Words, web } from './line.ts'
import { PACIFIC } from './pacific.ts'

const OWN: Readonly<Record<string, readonly HelpLine[]>> = { ...AMERICAS, ...EUROPE, ...PACIFIC }

interface Country {
  readonly code: string
  readonly name: Words
}

const country = (code: string, en: string, es: string): Country => ({ code, name: { en, es } })

/** By ISO 3166-1 code: those with lines of their own, and the rest of the European Union. */
export const COUNTRIES: readonly Country[] = [
  country('AR', 'Argentina', 'Argentina'),
  country('AT', 'Austria', 'Austria'),
  country('AU', 'Australia', 'Australia'),
  country('BE', 'Belgium', 'Bélgica'),
  country('BG', 'Bulgaria', 'Bulgaria'),
  country('CA', 'Canada', 'Canadá'),
  country('CL', 'Chile', 'Chile'),
  country('CO', 'Colombia', 'Colombia'),
  country('CY', 'Cyprus', 'Chipre'),
  country('CZ', 'Czechia', 'Chequia'),
  country('DE', 'Germany', 'Alemania'),
  country('DK', 'Denmark', 'Dinamarca'),
  country('EE', 'Estonia', 'Estonia'),
  country('ES', 'Spain', 'España'),
  country('FI', 'Finland', 'Finlandia'),
  country('FR', 'France', 'Francia'),
  country('GB', 'United Kingdom', 'Reino Unido'),
  country('GR', 'Greece', 'Grecia'),
  country('HR', 'Croatia', 'Croacia'),
  country('HU', 'Hungary', 'Hungría'),
  country('IE', 'Ireland', 'Irlanda'),
  country('IT', 'Italy', 'Italia'),
  country('LT', 'Lithuania', 'Lituania'),
  country('LU', 'Luxembourg', 'Luxemburgo'),
  country('LV', 'Latvia', 'Letonia'),
  country('MT', 'Malta', 'Malta'),
  country('MX', 'Mexico', 'México'),
  country('NL', 'Netherlands', 'Países Bajos'),
  country('NZ', 'New Zealand', 'Nueva Zelanda'),
  country('PE', 'Peru', 'Perú'),
  country('PL', 'Poland', 'Polonia'),
  country('PT', 'Portugal', 'Portugal'),
  country('RO', 'Romania', 'Rumania'),
  country('SE', 'Sweden', 'Suecia'),
  country('SI', 'Slovenia', 'Eslovenia'),
  country('SK', 'Slovakia', 'Eslovaquia'),
  country('US', 'United States', 'Estados Unidos'),
]

const ELSEWHERE: readonly HelpLine[] = [
  emergency({
    id: 'any-112',
    ways: [call('112'), call('911')],
    note: {
      en: '112 from a mobile phone in most countries; 911 in much of the Americas.',
      es: '112 desde un celular en la mayoría de los países; 911 en gran parte de América.',
    },
    sources: ['https://www.112.hu/en/112_in_the_EU'],
  }),
]

/** Lists lines of many more countries. It is another website, with eyes of its own. */
const DIRECTORY = crisis({
  id: 'any-findahelpline',
  name: 'Find A Helpline',
  ways: [web('findahelpline.com')],
  languages: ['en'],
  more: true,
  note: {
    en: 'Lines of some 130 countries, for violence too. It is another website: your history may show it.',
    es: 'Líneas de unos 130 países, también sobre violencia. Es otro sitio: tu historial puede mostrarlo.',
  },
  sources: [
    'https://lifeline-international.com/from-idea-to-impact-how-throughline-is-bridging-the-gap-in-global-crisis-support/',
    'https://findahelpline.com/AU',
  ],
})

/** The lines of a country; null is any that is not listed. */
export function helpLinesOf(code: string | null): readonly HelpLine[] {
  if (code === null || !COUNTRIES.some((one) => one.code === code)) return [...ELSEWHERE, DIRECTORY]
  return [...(OWN[code] ?? EUROPEAN_UNION), DIRECTORY]
}
