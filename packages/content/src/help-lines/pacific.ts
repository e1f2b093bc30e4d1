import { call, crisis, emergency, type HelpLine, text, violence } from './line.ts'

const AU: readonly HelpLine[] = [
  emergency({
    id: 'au-000',
    ways: [call('000')],
    note: {
      en: 'If you cannot speak, stay on the line and press 55 when you are asked.',
      es: 'Si no puedes hablar, quédate en la línea y marca 55 cuando te lo pidan.',
    },
    sources: ['https://askforhealth.org.au/calling-triple-zero-000'],
  }),
  violence({
    id: 'au-1800respect',
    name: '1800RESPECT',
    ways: [call('1800 737 732'), text('0458 737 732')],
    hours: 'always',
    languages: ['en'],
    more: true,
    note: {
      en: 'Interpreters for calls; texts in English.',
      es: 'Con intérpretes en las llamadas; los mensajes, en inglés.',
    },
    sources: [
      'https://thedailyaus.com.au/stories/1800-respect-text-messaging/',
      'https://articles.listnr.com/news/expansion-of-domestic-violence-hotline-now-includes-text-services/',
      'https://sarkarihelpline.com/australias-national-domestic-violence-phone-service-expands-with-discreet-text-messaging-option/',
    ],
  }),
  crisis({
    id: 'au-lifeline',
    name: 'Lifeline',
    ways: [call('13 11 14'), text('0477 13 11 14')],
    hours: 'always',
    languages: ['en'],
    sources: [
      'https://www.theleader.com.au/story/7611333/lifeline-crisis-text-service-goes-247-to-help-more-in-need/',
      'https://www.9news.com.au/national/lifeline-launches-247-text-service-as-record-numbers-of-australians-seek-support/51f2cf15-e2ba-40be-830f-a7d80a49f740',
    ],
  }),
]

const NZ: readonly HelpLine[] = [
  emergency({
    id: 'nz-111',
    ways: [call('111')],
    note: {
      en: 'If you cannot speak, press 55 on a mobile when somebody answers.',
      es: 'Si no puedes hablar, marca 55 en un celular cuando te contesten.',
    },
    sources: ['https://victimsupport.org.nz/get-support/family-violence-and-harm/steps-you-can-take'],
  }),
  violence({
    id: 'nz-refuge',
    name: 'Women’s Refuge',
    ways: [call('0800 733 843')],
    answers: 'women',
    hours: 'always',
    languages: ['en'],
    sources: ['https://womensrefuge.org.nz/get-help/'],
  }),
  violence({
    id: 'nz-shine',
    name: 'Shine',
    ways: [call('0508 744 633')],
    hours: 'always',
    languages: ['en'],
    sources: ['https://www.2shine.org.nz/news/help-is-available-during-covid-19-traffic-light-settings/'],
  }),
  crisis({
    id: 'nz-1737',
    name: '1737, need to talk?',
    ways: [call('1737'), text('1737')],
    hours: 'always',
    languages: ['en'],
    more: true,
    sources: ['https://www.pegasus.health.nz/?p=6300'],
  }),
]

export const PACIFIC = { AU, NZ }
