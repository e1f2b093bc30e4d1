import { COUNTRIES } from './countries.ts'

/** Names that end in `/` stand for all that begin so. Some browsers still use the older of two names. */
const ZONES: Readonly<Record<string, readonly string[]>> = {
  AR: [
    'America/Argentina/',
    'America/Buenos_Aires',
    'America/Cordoba',
    'America/Mendoza',
    'America/Jujuy',
    'America/Catamarca',
  ],
  AT: ['Europe/Vienna'],
  AU: ['Australia/', 'Antarctica/Macquarie'],
  BE: ['Europe/Brussels'],
  BG: ['Europe/Sofia'],
  CA: [
    'America/Toronto',
    'America/Vancouver',
    'America/Edmonton',
    'America/Winnipeg',
    'America/Halifax',
    'America/St_Johns',
    'America/Regina',
    'America/Moncton',
    'America/Whitehorse',
    'America/Montreal',
    'America/Glace_Bay',
    'America/Goose_Bay',
    'America/Iqaluit',
    'America/Rankin_Inlet',
    'America/Resolute',
    'America/Inuvik',
    'America/Cambridge_Bay',
    'America/Yellowknife',
    'America/Dawson',
    'America/Dawson_Creek',
    'America/Fort_Nelson',
    'America/Swift_Current',
    'America/Thunder_Bay',
    'America/Nipigon',
    'America/Rainy_River',
    'America/Pangnirtung',
    'America/Atikokan',
    'America/Creston',
    'America/Blanc-Sablon',
    'America/Coral_Harbour',
    'Canada/',
  ],
  CL: ['America/Santiago', 'America/Punta_Arenas', 'America/Coyhaique', 'Pacific/Easter'],
  CO: ['America/Bogota'],
  CY: ['Asia/Nicosia', 'Asia/Famagusta', 'Europe/Nicosia'],
  CZ: ['Europe/Prague'],
  DE: ['Europe/Berlin', 'Europe/Busingen'],
  DK: ['Europe/Copenhagen'],
  EE: ['Europe/Tallinn'],
  ES: ['Europe/Madrid', 'Africa/Ceuta', 'Atlantic/Canary'],
  FI: ['Europe/Helsinki', 'Europe/Mariehamn'],
  FR: ['Europe/Paris'],
  GB: ['Europe/London', 'Europe/Belfast'],
  GR: ['Europe/Athens'],
  HR: ['Europe/Zagreb'],
  HU: ['Europe/Budapest'],
  IE: ['Europe/Dublin'],
  IT: ['Europe/Rome'],
  LT: ['Europe/Vilnius'],
  LU: ['Europe/Luxembourg'],
  LV: ['Europe/Riga'],
  MT: ['Europe/Malta'],
  MX: [
    'America/Mexico_City',
    'America/Monterrey',
    'America/Tijuana',
    'America/Cancun',
    'America/Merida',
    'America/Chihuahua',
    'America/Ciudad_Juarez',
    'America/Hermosillo',
    'America/Mazatlan',
    'America/Matamoros',
    'America/Ojinaga',
    'America/Bahia_Banderas',
  ],
  NL: ['Europe/Amsterdam'],
  NZ: ['Pacific/Auckland', 'Pacific/Chatham'],
  PE: ['America/Lima'],
  PL: ['Europe/Warsaw'],
  PT: ['Europe/Lisbon', 'Atlantic/Azores', 'Atlantic/Madeira'],
  RO: ['Europe/Bucharest'],
  SE: ['Europe/Stockholm'],
  SI: ['Europe/Ljubljana'],
  SK: ['Europe/Bratislava'],
  US: [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'America/Phoenix',
    'America/Detroit',
    'America/Anchorage',
    'Pacific/Honolulu',
    'America/Indiana/',
    'America/Indianapolis',
    'America/Kentucky/',
    'America/Louisville',
    'America/North_Dakota/',
    'America/Boise',
    'America/Menominee',
    'America/Juneau',
    'America/Sitka',
    'America/Metlakatla',
    'America/Yakutat',
    'America/Nome',
    'America/Adak',
    'US/',
  ],
}

interface Whereabouts {
  readonly timeZone: string
  readonly languages: readonly string[]
}

/**
 * Where somebody probably is, from what their browser says of itself. The clock decides, because many use a language in
 * the form of another country; a clock of a country without lines here is no reason to show another country's.
 */
export function guessCountry({ timeZone, languages }: Whereabouts): string | null {
  return /^(UTC|GMT|Etc\/.*|)$/.test(timeZone) ? byLanguage(languages) : byZone(timeZone)
}

function byZone(timeZone: string): string | null {
  const holds = (zone: string) => (zone.endsWith('/') ? timeZone.startsWith(zone) : timeZone === zone)
  return COUNTRIES.find(({ code }) => ZONES[code]?.some(holds))?.code ?? null
}

/** `es-MX`, `es-Latn-MX`: the region is the first part of two capitals. */
function byLanguage(languages: readonly string[]): string | null {
  const regions = languages.map((tag) =>
    tag
      .split('-')
      .slice(1)
      .find((part) => /^[A-Z]{2}$/.test(part)),
  )
  return regions.find((region) => COUNTRIES.some(({ code }) => code === region)) ?? null
}
