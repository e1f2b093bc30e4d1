import type { Kept } from '../fixtures/residents.ts'
import type { Locale } from '../fixtures/words.ts'

/** What people in the pictures write: a few lines, and one that is long. */
export const WRITTEN = {
  en: {
    page: 'A walk by the sea.\n\nAll of us, and nobody in a hurry. I want to remember how quiet it got when the wind turned, and that nobody filled it.',
    thanks: 'Thank you for the soup, and for not asking why.',
    said: 'When the calendar fills up before we have talked, I feel left out of my own week.',
    saidMore: 'It is not about the visitors. It is that I hear of them last.',
    heard: 'You would like to be asked before something is fixed.',
    line: 'On Sundays we open the calendar together, before anybody says yes.',
    otherLine: 'The phones stay in the hall during dinner.',
    notes: 'The calendar. Ask about Thursday.',
    jottings: ['The trip in June: three days or five?', 'Ask how the new team is, and then only listen.'],
    pronouns: 'she, elle',
    topic: 'the blue house',
    leaveAlone: 'my mother’s letters',
    signs: 'I look at the door. You go very quiet.',
    aftercare: 'Tea, and nobody talks for a while.',
    secondWord: 'blue teapot',
  },
  es: {
    page: 'Un paseo junto al mar.\n\nTodos, y nadie con prisa. Quiero acordarme del silencio que se hizo cuando cambió el viento, y de que nadie lo llenó.',
    thanks: 'Gracias por la sopa, y por no preguntar por qué.',
    said: 'Cuando la agenda se llena antes de que hablemos, siento que me quedo fuera de mi propia semana.',
    saidMore: 'No es por las visitas. Es que me entero al final.',
    heard: 'Te gustaría que te preguntara antes de dejar algo fijo.',
    line: 'Los domingos abrimos juntos la agenda, antes de que alguien diga que sí.',
    otherLine: 'Los teléfonos se quedan en la entrada durante la cena.',
    notes: 'La agenda. Preguntar por el jueves.',
    jottings: ['El viaje de junio: ¿tres días o cinco?', 'Preguntar cómo va el equipo nuevo, y después solo escuchar.'],
    pronouns: 'ella, elle',
    topic: 'la casa azul',
    leaveAlone: 'las cartas de mi madre',
    signs: 'Miro la puerta. Tú te quedas en silencio.',
    aftercare: 'Un té, y que nadie hable por un rato.',
    secondWord: 'tetera azul',
  },
} as const satisfies Record<Locale, object>

/** What Ana and Ben have kept over some months. */
export function someMonths(language: Locale): readonly Kept[] {
  const { page, thanks, said, saidMore } = WRITTEN[language]
  return [
    { by: 'Ana', sort: 'page', daysAgo: 3, text: page },
    { by: 'Ana', sort: 'page', daysAgo: 41, text: saidMore },
    { by: 'Ana', sort: 'page', daysAgo: 130, text: said },
    { by: 'Ben', sort: 'thanks', daysAgo: 2, text: thanks },
    {
      by: 'Ana',
      sort: 'thanks',
      daysAgo: 9,
      text: language === 'en' ? 'The bike. You fixed the bike.' : 'La bici. Arreglaste la bici.',
    },
    { by: 'Ben', sort: 'copy', daysAgo: 40, text: `${said} ${saidMore}` },
    { by: 'Ana', sort: 'thanks', daysAgo: 72, text: thanks },
    { by: 'Ana', sort: 'copy', daysAgo: 128, text: page },
  ]
}
