// Four months of two people who do not exist. June writes in English, Mateo in Spanish, as each of them likes.

export type Who = 'june' | 'mateo'

export interface CheckInEvent {
  readonly kind: 'check-in'
  /** The Sunday this many weeks ago. */
  readonly weeksAgo: number
  readonly at: string
  readonly format: 'first-ten' | 'weekly' | 'speak-and-listen'
  readonly minutes: number
  /** `whole`: to the end. `paused`: stopped once, and gone on after the break. `set down`: stopped, and ended for that day. */
  readonly course: 'whole' | 'paused' | 'set down'
  /** Offered by one, kept by the other too. */
  readonly lines?: readonly { readonly by: Who; readonly text: string }[]
}

/** `thanks` and `shared` are for both to read, `page` for its writer alone. */
export interface WordsEvent {
  readonly kind: 'thanks' | 'page' | 'shared'
  readonly daysAgo: number
  readonly at: string
  readonly by: Who
  readonly text: string
}

export type StoryEvent = CheckInEvent | WordsEvent

const words = (kind: WordsEvent['kind'], daysAgo: number, at: string, by: Who, text: string): WordsEvent => {
  return { kind, daysAgo, at, by, text }
}
const thanks = words.bind(null, 'thanks')
const page = words.bind(null, 'page')
const shared = words.bind(null, 'shared')

const checkIn = (
  weeksAgo: number,
  at: string,
  [format, minutes]: readonly [CheckInEvent['format'], number],
  more: Partial<Pick<CheckInEvent, 'course' | 'lines'>> = {},
): CheckInEvent => ({ kind: 'check-in', weeksAgo, at, format, minutes, course: 'whole', ...more })

const SHORT = ['weekly', 15] as const
const LONG = ['weekly', 30] as const

export const STORY: readonly StoryEvent[] = [
  checkIn(16, '19:12', ['first-ten', 10]),
  page(
    111,
    '22:05',
    'june',
    'First time tonight. Ten minutes, and I talked for two of them without looking at his face to see how it was going. Strange. Restful.',
  ),
  thanks(109, '08:10', 'mateo', 'Gracias por dejarme la última media taza de café sin decir nada.'),
  checkIn(15, '19:03', SHORT),
  thanks(104, '21:40', 'june', 'Thank you for calling the landlord. I had been carrying that around for a week.'),
  page(
    102,
    '23:10',
    'mateo',
    'Me cuesta empezar a hablar cuando ya sé que tengo tiempo. Me di cuenta de que siempre hablaba rápido para que no me interrumpieran. Nadie me iba a interrumpir.',
  ),
  checkIn(14, '19:07', SHORT, {
    lines: [{ by: 'june', text: 'Whoever cooks does not wash up. Whoever washes up picks the music.' }],
  }),
  thanks(95, '19:55', 'mateo', 'Gracias por venir a buscarme a la estación con la lluvia que había.'),
  checkIn(13, '18:58', SHORT),
  page(
    90,
    '07:20',
    'june',
    'Slept badly. It is not about the holidays, it is about who has to ask. I want to bring that on Sunday, and only that.',
  ),
  checkIn(12, '19:20', SHORT, {
    lines: [
      {
        by: 'mateo',
        text: 'Las vacaciones se proponen entre los dos: un domingo de cada mes, con el calendario abierto.',
      },
    ],
  }),
  thanks(82, '22:30', 'june', 'For the note in my lunch box. I kept it.'),
  thanks(76, '13:15', 'mateo', 'Por escuchar lo de mi hermano hasta el final, y no darme ningún consejo.'),
  shared(
    75,
    '20:45',
    'mateo',
    'Lo que te quería decir de mi hermano: no estoy enojado con él. Estoy cansado de ser el que siempre llama. Con contártelo me alcanza.',
  ),
  checkIn(10, '19:05', LONG),
  page(
    68,
    '21:15',
    'mateo',
    'Hoy usé la pausa por primera vez en serio. Me dio vergüenza medio minuto y después alivio. Caminé hasta el río y volví con menos que decir.',
  ),
  checkIn(9, '19:01', LONG, {
    course: 'paused',
    lines: [{ by: 'june', text: 'A pause is not a door closing. We say when we are back, and we come back.' }],
  }),
  thanks(60, '08:45', 'june', 'Thank you for coming back on time after the break. I noticed.'),
  checkIn(8, '19:30', ['speak-and-listen', 30]),
  page(
    54,
    '22:50',
    'june',
    'He said back what I had said, and it was nearly right, and the nearly was the interesting part. “Almost” is a kind word.',
  ),
  thanks(53, '18:20', 'mateo', 'Gracias por decir «casi» en lugar de «no».'),
  thanks(48, '21:05', 'june', 'The bike. You fixed the bike.'),
  checkIn(7, '19:10', LONG),
  thanks(44, '09:30', 'mateo', 'Por la siesta. Por cerrar la puerta despacito.'),
  checkIn(6, '19:04', LONG, {
    lines: [{ by: 'mateo', text: 'Cuando uno llega del trabajo, veinte minutos sin preguntas. Después, todas.' }],
  }),
  page(
    38,
    '23:30',
    'mateo',
    'Paramos a la mitad y lo dejamos. Antes habría querido ganar la discusión esa misma noche. Hoy cenamos sopa y vimos una película mala. El tema sigue ahí, y está bien.',
  ),
  checkIn(5, '19:15', LONG, { course: 'set down' }),
  page(
    34,
    '07:05',
    'june',
    'What I could not say last night: I was not cross about the money. I was scared, and it came out with numbers in it.',
  ),
  shared(
    33,
    '20:10',
    'june',
    'I was scared on Sunday, and it came out as spreadsheets. I would like to look at the numbers together, in the morning, with coffee, and stop after one page.',
  ),
  thanks(32, '21:25', 'mateo', 'Gracias por lo que escribiste. Sábado, café, una página.'),
  checkIn(4, '18:55', LONG, {
    lines: [{ by: 'june', text: 'Money is a morning topic: one page, one coffee, then we stop.' }],
  }),
  thanks(25, '22:00', 'june', 'Thank you for dancing with my aunt. She has told four people.'),
  thanks(18, '12:40', 'mateo', 'Por reírte cuando se me cayó la torta. Era eso o llorar.'),
  page(
    17,
    '22:20',
    'mateo',
    'No hubo encuentro este domingo y no pasó nada. Antes habría contado las semanas. Fuimos a la feria, que también es una forma.',
  ),
  checkIn(2, '19:08', LONG, {
    lines: [{ by: 'mateo', text: 'Los jueves son de cada uno. Nadie explica adónde va, y los dos vuelven a cenar.' }],
  }),
  thanks(11, '20:50', 'june', 'For asking “do you want help or company?” before anything else.'),
  page(
    9,
    '22:40',
    'june',
    'Read back to our first weeks tonight. I would not have believed the one about the landlord was us. We were so careful with each other, and so tired.',
  ),
  checkIn(1, '19:02', LONG),
  thanks(4, '07:50', 'mateo', 'Gracias por el mensaje antes de la reunión. Llegó justo.'),
  thanks(2, '21:30', 'june', 'Thank you for Thursday. All of it.'),
]

/** What each has noted for the next check-in. */
export const JOTTINGS: Readonly<Record<Who, readonly { readonly daysAgo: number; readonly text: string }[]>> = {
  june: [
    { daysAgo: 5, text: 'The trip to your parents: three days or five?' },
    { daysAgo: 1, text: 'Ask how the new team is, and then only listen.' },
  ],
  mateo: [
    { daysAgo: 3, text: 'Quiero retomar la guitarra los martes. Ver cómo nos acomodamos.' },
    { daysAgo: 2, text: 'Contarle lo bien que me hizo el jueves.' },
  ],
}

export const PEOPLE = {
  june: { name: 'June', email: 'june@example.org', password: 'a garden in the rain' },
  mateo: { name: 'Mateo', email: 'mateo@example.org', password: 'una ventana abierta' },
} as const

export const OUR_WORD = 'marmalade'
