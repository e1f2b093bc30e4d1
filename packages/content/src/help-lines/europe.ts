import { call, crisis, emergency, type HelpLine, text, violence, whatsapp } from './line.ts'

const IN_THE_EU = ['https://www.112.hu/en/112_in_the_EU']
const GB_SILENT = 'https://www.centre56.org.uk/domestic-abuse'

const GB: readonly HelpLine[] = [
  emergency({
    id: 'gb-999',
    ways: [call('999')],
    note: {
      en: 'If you cannot speak, listen, and press 55 on a mobile when you are asked.',
      es: 'Si no puedes hablar, escucha y marca 55 en un celular cuando te lo pidan.',
    },
    sources: [GB_SILENT],
  }),
  violence({
    id: 'gb-refuge',
    name: 'National Domestic Abuse Helpline',
    ways: [call('0808 2000 247')],
    answers: 'women',
    hours: 'always',
    languages: ['en'],
    sources: ['https://www.refuge.org.uk/category/news/', GB_SILENT],
  }),
  violence({
    id: 'gb-men',
    name: 'Men’s Advice Line',
    ways: [call('0808 801 0327')],
    answers: 'men',
    languages: ['en'],
    sources: [
      GB_SILENT,
      'https://www.wired-gov.net/wg/wg-news-1.nsf/print/Help+for+men+abused+by+partners+29042010090404',
    ],
  }),
  violence({
    id: 'gb-scotland',
    name: 'Scotland’s Domestic Abuse Helpline',
    ways: [call('0800 027 1234')],
    hours: 'always',
    languages: ['en'],
    more: true,
    sources: ['https://safer.scot/information/da/report/'],
  }),
  violence({
    id: 'gb-wales',
    name: 'Live Fear Free (Wales)',
    ways: [call('0808 80 10 800'), text('07860 077333')],
    hours: 'always',
    languages: ['en'],
    sources: ['https://www.gov.wales/live-fear-free/sexual-violence', 'https://gov.wales/node/33827'],
  }),
  crisis({
    id: 'gb-samaritans',
    name: 'Samaritans',
    ways: [call('116 123')],
    hours: 'always',
    languages: ['en'],
    sources: [
      'https://www.samaritans.org/how-we-can-help/contact-samaritan/',
      'https://london.sunderland.ac.uk/about/news-home/health-wellbeing/samaritans',
    ],
  }),
  crisis({
    id: 'gb-shout',
    name: 'Shout',
    ways: [text('85258', 'SHOUT')],
    hours: 'always',
    languages: ['en'],
    sources: ['https://giveusashout.org/about-us/faq'],
  }),
]

const IE: readonly HelpLine[] = [
  emergency({
    id: 'ie-999',
    ways: [call('999'), call('112')],
    sources: ['https://extra.ie/2020/04/01/news/irish-news/help-domestic-abuse-victims'],
  }),
  violence({
    id: 'ie-womensaid',
    name: 'Women’s Aid',
    ways: [call('1800 341 900')],
    answers: 'women',
    hours: 'always',
    languages: ['en'],
    sources: [
      'https://www.womensaid.ie/about/newsevents/news/2016/09/05/media-release-41-calls-a-day-to-womens-aid-in-2016/',
      'https://www.thejournal.ie/womens-aid-helpline-2-2964358-Sep2016/',
    ],
  }),
  violence({
    id: 'ie-men',
    name: 'Male Advice Line',
    ways: [call('1800 816 588')],
    answers: 'men',
    languages: ['en'],
    sources: ['https://avondhupress.ie/advice-line-for-victims-of-domestic-abuse-expanded-to-help-men-in-cork'],
  }),
  crisis({
    id: 'ie-samaritans',
    name: 'Samaritans',
    ways: [call('116 123')],
    hours: 'always',
    languages: ['en'],
    sources: [
      'https://www.irishhealthpro.com/content/news/show/name/big-jump-in-calls-to-samaritans-since-2014',
      'https://www.belfasttelegraph.co.uk/news/republic-of-ireland/samaritans-answer-2-9m-calls-in-five-years-of-free-helpline-37970429.html',
    ],
  }),
  crisis({
    id: 'ie-50808',
    name: '50808',
    ways: [text('50808')],
    hours: 'always',
    languages: ['en'],
    sources: [
      'https://avondhupress.ie/live-saving-innovative-24-7-text-service-launches-in-ireland/',
      'https://www.irishexaminer.com/news/arid-31005605.html',
    ],
  }),
]

const ES: readonly HelpLine[] = [
  emergency({
    id: 'es-112',
    ways: [call('112')],
    sources: [
      'https://www.elperiodicoextremadura.com/noticias/extremadura/extremadura-realizan-tres-llamadas-dia-telefono-016_1194873.html',
    ],
  }),
  violence({
    id: 'es-016',
    name: '016',
    ways: [call('016'), whatsapp('600 000 016')],
    answers: 'women',
    hours: 'always',
    languages: ['es', 'en'],
    more: true,
    note: {
      en: 'It is not on the phone bill. It stays in this phone’s list of calls until you remove it.',
      es: 'No aparece en la factura. Sí queda en la lista de llamadas del teléfono hasta que la borres.',
    },
    sources: [
      'https://elmirondesoria.es/nacional/politica/el-servicio-016-recibe-59-317-consultas-de-enero-a-junio',
      'https://www.elperiodicoextremadura.com/noticias/extremadura/extremadura-realizan-tres-llamadas-dia-telefono-016_1194873.html',
    ],
  }),
  crisis({
    id: 'es-024',
    name: '024',
    ways: [call('024')],
    hours: 'always',
    languages: ['es'],
    sources: ['https://www.rtve.es/noticias/20220509/sanidad-presenta-telefono-prevencion-suicidio/2347183.shtml'],
  }),
]

const DE: readonly HelpLine[] = [
  emergency({
    id: 'de-112',
    ways: [call('112')],
    sources: ['https://saarnews.com/europe-direct-weist-auf-europaweite-notrufnummer-112-hin'],
  }),
  violence({
    id: 'de-hilfetelefon',
    name: 'Hilfetelefon „Gewalt gegen Frauen“',
    ways: [call('116 016')],
    answers: 'women',
    hours: 'always',
    languages: ['de', 'en'],
    more: true,
    sources: [
      'https://www.hilfetelefon.de/das-hilfetelefon/angebot-im-ueberblick.html',
      'https://www.der-paritaetische.de/alle-meldungen/bundesweites-hilfetelefon-gewalt-gegen-frauen-wird-zehn-und-bekommt-vereinfachte-rufnummer/',
    ],
  }),
  violence({
    id: 'de-men',
    name: 'Hilfetelefon „Gewalt an Männern“',
    ways: [call('0800 123 99 00')],
    answers: 'men',
    languages: ['de'],
    sources: [
      'https://harburg-kreis-niedersachsen.weisser-ring.de/node/27805',
      'https://www.evangelische-zeitung.de/vier-jahre-maennerhilfetelefon-maenner-brechen-ihr-schweigen',
    ],
  }),
  crisis({
    id: 'de-telefonseelsorge',
    name: 'TelefonSeelsorge',
    ways: [call('0800 111 0 111'), call('0800 111 0 222')],
    hours: 'always',
    languages: ['de'],
    sources: [
      'https://www.spektrum.de/news/telefonseelsorge-erste-hilfe-fuer-die-seele/2055834',
      'https://evangelische-zeitung.de/suizidpraevention-die-telefonseelsorge-nicht-vergessen',
    ],
  }),
]

const FR: readonly HelpLine[] = [
  emergency({
    id: 'fr-17',
    ways: [call('17'), call('112'), text('114')],
    note: {
      en: 'If you cannot speak: a text to 114, with the address where you are.',
      es: 'Si no puedes hablar: un mensaje al 114, con la dirección donde estás.',
    },
    sources: [
      'https://www.castelnau-estretefonds.fr/114-un-service-dalerte-gratuit-et-en-continu/',
      'https://docteurtamalou.fr/confinement-les-victimes-de-violence-peuvent-envoyer-un-sms-au-114/',
    ],
  }),
  violence({
    id: 'fr-3919',
    name: '3919 Violences Femmes Info',
    ways: [call('3919')],
    answers: 'women',
    hours: 'always',
    languages: ['fr', 'en', 'es', 'pt', 'ar'],
    more: true,
    note: {
      en: 'Other languages than French at certain hours: they say when.',
      es: 'En otros idiomas, a ciertas horas: ahí te dicen cuándo.',
    },
    sources: ['https://solidaritefemmes.org/appeler-le-3919/'],
  }),
  crisis({
    id: 'fr-3114',
    name: '3114',
    ways: [call('3114')],
    hours: 'always',
    languages: ['fr'],
    sources: [
      'https://3114.fr/que-se-passe-t-il-quand-je-contacte-le-3114/',
      'https://www.mayotte.ars.sante.fr/3114-le-numero-national-de-prevention-du-suicide',
    ],
  }),
]

const IT: readonly HelpLine[] = [
  emergency({ id: 'it-112', ways: [call('112')], sources: IN_THE_EU }),
  violence({
    id: 'it-1522',
    name: '1522',
    ways: [call('1522')],
    answers: 'women',
    hours: 'always',
    languages: ['it', 'en', 'fr', 'es', 'ar'],
    more: true,
    sources: [
      'https://www.bresciaoggi.it/oltre-brescia/italia/violenza-sulle-donne-squilla-senza-sosta-il-numero-dedicato-1522-1.10118387',
      'https://elbareport.it/cronaca/item/23870-1522-il-numero-antiviolenza-e-stalking-attivato-dalla-regione-toscana',
    ],
  }),
]

const PT: readonly HelpLine[] = [
  emergency({
    id: 'pt-112',
    ways: [call('112')],
    sources: ['https://protecaocivil.sintra.pt/noticias/novas-linhas-de-apoio-para-vitimas-de-violencia-domestica'],
  }),
  violence({
    id: 'pt-800',
    name: 'Serviço de Informação a Vítimas de Violência Doméstica',
    ways: [call('800 202 148'), text('3060')],
    hours: 'always',
    languages: ['pt'],
    sources: ['https://cig.gov.pt/?p=27436', 'https://www.lisbonproject.org/post/domestic-violence'],
  }),
]

/** Every other member of the European Union: what holds in all of them, and what holds in many. */
export const EUROPEAN_UNION: readonly HelpLine[] = [
  emergency({ id: 'eu-112', ways: [call('112')], sources: IN_THE_EU }),
  violence({
    id: 'eu-116016',
    name: '116 016',
    ways: [call('116 016')],
    answers: 'women',
    languages: [],
    note: {
      en: 'The same number in many countries of the European Union, not yet in all. Where nobody answers: 112.',
      es: 'El mismo número en muchos países de la Unión Europea, todavía no en todos. Si nadie contesta: 112.',
    },
    sources: [
      'https://www.der-paritaetische.de/alle-meldungen/bundesweites-hilfetelefon-gewalt-gegen-frauen-wird-zehn-und-bekommt-vereinfachte-rufnummer/',
    ],
  }),
]

export const EUROPE = { GB, IE, ES, DE, FR, IT, PT }
