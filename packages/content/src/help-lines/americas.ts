import { call, crisis, emergency, type HelpLine, text, violence, web, whatsapp } from './line.ts'

const US: readonly HelpLine[] = [
  emergency({ id: 'us-911', ways: [call('911')], sources: ['https://internationalmentalhealth.org/resources/'] }),
  violence({
    id: 'us-hotline',
    name: 'National Domestic Violence Hotline',
    ways: [call('1-800-799-7233'), text('88788', 'START')],
    hours: 'always',
    languages: ['en', 'es'],
    more: true,
    sources: [
      'https://ovc.ojp.gov/news/grantee-news/national-domestic-violence-hotline-answers-6-million-contacts',
      'https://www.intrend.live/organization/National%20Domestic%20Violence%20Hotline/blogs',
    ],
  }),
  crisis({
    id: 'us-988',
    name: '988 Suicide & Crisis Lifeline',
    ways: [call('988'), text('988')],
    hours: 'always',
    languages: ['en', 'es'],
    more: true,
    note: {
      en: 'In Spanish: press 2 when you call, or text AYUDA.',
      es: 'En español: presiona 2 al llamar, o envía la palabra AYUDA.',
    },
    sources: ['https://internationalmentalhealth.org/resources/', 'https://preventsuicidepa.org/988faq/'],
  }),
]

const CA: readonly HelpLine[] = [
  emergency({
    id: 'ca-911',
    ways: [call('911')],
    note: {
      en: 'In parts of the North there is no 911: call the local police there.',
      es: 'En partes del norte no hay 911: ahí llama a la policía local.',
    },
    sources: ['https://endvaw.ca/covid-19-public/'],
  }),
  violence({
    id: 'ca-sheltersafe',
    name: 'ShelterSafe',
    ways: [web('sheltersafe.ca')],
    answers: 'women',
    languages: ['en', 'fr'],
    note: {
      en: 'Its map has the number of the nearest shelter. Most answer day and night, also if you only want to talk.',
      es: 'Su mapa tiene el número del refugio más cercano. Casi todos atienden día y noche, también si solo quieres hablar.',
    },
    sources: ['https://sheltersafe.ca/about-shelters/', 'https://endvaw.ca/covid-19-public/'],
  }),
  violence({
    id: 'ca-sos',
    name: 'SOS violence conjugale (Québec)',
    ways: [call('1 800 363-9010')],
    hours: 'always',
    languages: ['fr', 'en'],
    sources: [
      'https://www.westislandnews.com/post/together-stop-the-virus-and-the-violence-24-7-help-hotlines',
      'https://www.accueil-pourelle.org/documentation/sos-violence-conjugale/',
    ],
  }),
  crisis({
    id: 'ca-988',
    name: '9-8-8: Suicide Crisis Helpline',
    ways: [call('988'), text('988')],
    hours: 'always',
    languages: ['en', 'fr'],
    sources: [
      'https://www.newswire.ca/news-releases/government-of-canada-launches-three-digit-suicide-crisis-helpline-896472116.html',
    ],
  }),
]

const MX: readonly HelpLine[] = [
  emergency({
    id: 'mx-911',
    ways: [call('911')],
    sources: ['https://diariodequeretaro.com.mx/local/sabes-para-que-sirven-los-numeros-089-y-911-9351430.html'],
  }),
  violence({
    id: 'mx-079',
    name: 'Línea de las Mujeres',
    ways: [call('079')],
    answers: 'women',
    hours: 'always',
    languages: ['es'],
    note: { en: 'Then choose option 1.', es: 'Luego elige la opción 1.' },
    sources: ['https://www.jornada.com.mx/2025/11/05/sociedad/039n2soc'],
  }),
  crisis({
    id: 'mx-vida',
    name: 'Línea de la Vida',
    ways: [call('800 911 2000')],
    hours: 'always',
    languages: ['es'],
    sources: [
      'https://www.eluniversal.com.mx/nacion/promueven-la-linea-de-la-vida-tras-presentar-encuesta-sobre-consumo-de-drogas-asi-puedes-pedir-ayuda/',
    ],
  }),
]

const AR: readonly HelpLine[] = [
  emergency({
    id: 'ar-911',
    ways: [call('911')],
    sources: ['https://pagina12.com.ar/349828-los-llamados-a-la-linea-144-aumentaron-un-12-9-respecto-del-'],
  }),
  violence({
    id: 'ar-144',
    name: 'Línea 144',
    ways: [call('144')],
    answers: 'women',
    hours: 'always',
    languages: ['es'],
    note: { en: 'For LGBTI+ people too.', es: 'También para personas LGBTI+.' },
    sources: [
      'https://elespejoweb.com/2025/09/19/doce-anos-de-la-linea-144-un-pilar-contra-la-violencia-de-genero-en-argentina',
      'https://www.telam.com.ar/notas/202309/640470-linea-144-violencia-de-genero.html',
    ],
  }),
  crisis({
    id: 'ar-salud-mental',
    name: 'Línea Nacional de Salud Mental',
    ways: [call('0800-999-0091')],
    hours: 'always',
    languages: ['es'],
    sources: [
      'https://www.ospia.org.ar/?p=1635',
      'https://lapostacomodorense.com.ar/2025/09/03/septiembre-mes-de-la-prevencion-del-suicidio-la-importancia-de-escuchar-acompanar-y-abrazar/',
    ],
  }),
]

/** No national line for a crisis could be confirmed: 106 answers in some places only. */
const CO: readonly HelpLine[] = [
  emergency({
    id: 'co-123',
    ways: [call('123')],
    sources: [
      'https://www.radiosantafe.com/2026/02/14/una-llamada-a-la-linea-purpura-en-bogota-puede-cambiarlo-todo-tome-nota/',
      'https://www.seguimiento.co/node/51966',
    ],
  }),
  violence({
    id: 'co-155',
    name: 'Línea 155',
    ways: [call('155')],
    answers: 'women',
    hours: 'always',
    languages: ['es'],
    sources: ['https://www.seguimiento.co/node/51966'],
  }),
]

const CL: readonly HelpLine[] = [
  emergency({
    id: 'cl-133',
    ways: [call('133')],
    note: { en: 'Carabineros, the police.', es: 'Carabineros.' },
    sources: [
      'https://regionesnoticias.cl/antofagasta/2024/03/13/sernameg-refuerza-informacion-sobre-los-canales-de-orientacion-y-denuncia-en-casos-de-violencia-de-genero/36320/amp',
    ],
  }),
  violence({
    id: 'cl-1455',
    name: 'SernamEG te orienta',
    ways: [call('1455'), whatsapp('+56 9 9700 7000')],
    answers: 'women',
    hours: {
      en: 'Monday to Friday, 8:00 to 24:00, not on holidays',
      es: 'de lunes a viernes, de 8:00 a 24:00, no en feriados',
    },
    languages: ['es'],
    sources: [
      'https://minmujeryeg.gob.cl/?page_id=4023',
      'https://regionesnoticias.cl/antofagasta/2024/03/13/sernameg-refuerza-informacion-sobre-los-canales-de-orientacion-y-denuncia-en-casos-de-violencia-de-genero/36320/amp',
    ],
  }),
  crisis({
    id: 'cl-4141',
    name: 'Línea de Prevención del Suicidio',
    ways: [call('*4141')],
    hours: 'always',
    languages: ['es'],
    note: { en: 'From mobile phones.', es: 'Desde teléfonos celulares.' },
    sources: [
      'https://www.latercera.com/nacional/noticia/fono-4141-de-prevencion-del-suicidio-mas-de-227000-llamadas-atendidas-en-tres-anos/',
      'https://www.radiopolar.com/salud-mental-prevencion-suicidio-foco-especialistas-refuerzan-linea-4141-region',
    ],
  }),
]

const PE: readonly HelpLine[] = [
  emergency({
    id: 'pe-105',
    ways: [call('105')],
    note: { en: 'The police.', es: 'Policía Nacional.' },
    sources: [
      'https://andina.pe/Ingles/Inicio.aspx/movies/www.gob.%20pe/img/noticia-violencia-familiar-es-motivo-mas-frecuente-llamadas-al-105-712755.aspx',
      'https://larepublica.pe/sociedad/2024/10/04/gobierno-habilita-linea-111-para-denunciar-delitos-de-extorsion-239860',
    ],
  }),
  violence({
    id: 'pe-100',
    name: 'Línea 100',
    ways: [call('100')],
    hours: 'always',
    languages: ['es', 'qu', 'ay'],
    sources: [
      'https://www.infobae.com/peru/2025/12/25/warmi-nan-no-se-detiene-servicios-de-apoyo-del-ministerio-de-la-mujer-continuaran-durante-navidad-y-ano-nuevo/',
      'https://www.exitosanoticias.pe/actualidad/linea-100-enero-octubre-2025-registran-mas-296-000-llamadas-casos-violencia-n162917',
    ],
  }),
  crisis({
    id: 'pe-113',
    name: 'Línea 113',
    ways: [call('113')],
    hours: 'always',
    languages: ['es'],
    note: { en: 'Then choose option 5.', es: 'Luego elige la opción 5.' },
    sources: [
      'https://panamericana.pe/salud/466160-minsa-refuerza-lineas-gratuitas-atencion-salud-mental-nivel-nacional',
      'https://larepublica.pe/sociedad/2025/08/17/minsa-jovenes-en-peru-lideran-consultas-de-salud-mental-a-traves-de-la-linea-113-evatia-256003',
    ],
  }),
]

export const AMERICAS = { US, CA, MX, AR, CO, CL, PE }
