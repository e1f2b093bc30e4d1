/** A beginning for whoever speaks, should they want one. */
export interface Prompt {
  readonly id: string
  /** Ids of the topics it touches. One that touches a family touches both: each of the two reads it of their own. */
  readonly touches: readonly string[]
  readonly words: { readonly en: string; readonly es: string }
}

const prompt = (id: string, touches: readonly string[], en: string, es: string): Prompt => ({
  id,
  touches,
  words: { en, es },
})

const FAMILIES = ['family', 'your-family']

/** Our own, all of them shallow enough for a first month. The first touch none of the topics. */
export const PROMPTS: readonly Prompt[] = [
  prompt(
    'heard',
    [],
    'A moment this week when you felt heard.',
    'Un momento de esta semana en que sentiste que te escuchaban.',
  ),
  prompt('unsaid', [], 'Something you did not get around to saying.', 'Algo que no llegaste a decir.'),
  prompt(
    'lighter',
    [],
    'Something small that would make the next days lighter.',
    'Algo pequeño que haría más livianos los próximos días.',
  ),
  prompt(
    'once-more',
    [],
    'Something you liked and would like once more.',
    'Algo que te gustó y que quisieras repetir.',
  ),
  prompt('question', [], 'A question you would like to be asked.', 'Una pregunta que te gustaría que te hicieran.'),
  prompt('learned', [], 'Something you have learned about yourself lately.', 'Algo que aprendiste de ti hace poco.'),
  prompt('to-ask', [], 'Something you find hard to ask for.', 'Algo que te cuesta pedir.'),
  prompt('laughed', [], 'Something that made you laugh.', 'Algo que te hizo reír.'),
  prompt('unseen', [], 'Something you did well and nobody noticed.', 'Algo que hiciste bien y nadie notó.'),
  prompt(
    'stays',
    [],
    'A song, a story or a place that stays with you these days.',
    'Una canción, una historia o un lugar que te acompaña estos días.',
  ),
  prompt(
    'money-easy',
    ['money'],
    'Something about money that is easy for you, and something that is not.',
    'Algo del dinero que te resulta fácil, y algo que no.',
  ),
  prompt(
    'money-then',
    ['money', ...FAMILIES],
    'What money meant where you grew up.',
    'Qué significaba el dinero donde creciste.',
  ),
  prompt(
    'work-takes',
    ['work'],
    'What your work takes from you just now, and what it gives back.',
    'Lo que tu trabajo o tus estudios te quitan ahora, y lo que te devuelven.',
  ),
  prompt(
    'work-asked',
    ['work'],
    'Something about your days at work that you would like to be asked about.',
    'Algo de tus días de trabajo o de estudio sobre lo que te gustaría que te preguntaran.',
  ),
  prompt(
    'home-weighs',
    ['home'],
    'A task at home that you do not mind, and one that weighs on you.',
    'Una tarea de la casa que no te molesta, y una que te pesa.',
  ),
  prompt(
    'home-unseen',
    ['home'],
    'Something at home that only goes well because somebody sees to it.',
    'Algo en casa que funciona solo porque alguien se ocupa.',
  ),
  prompt(
    'family-keep',
    FAMILIES,
    'Something from your family that you would like to keep, and something you would rather not.',
    'Algo de tu familia que quisieras conservar, y algo que prefieres que no.',
  ),
  prompt(
    'family-visit',
    FAMILIES,
    'A visit or a call with your family that stayed with you.',
    'Una visita o una llamada con tu familia que se te quedó.',
  ),
  prompt(
    'children-place',
    ['children'],
    'Which place children have in your life, or do not have.',
    'Qué lugar tienen los hijos en tu vida, o no tienen.',
  ),
  prompt(
    'children-changed',
    ['children'],
    'Something about children on which you have changed your mind.',
    'Algo sobre los hijos en lo que cambiaste de opinión.',
  ),
  prompt(
    'friends-good',
    ['friends'],
    'Somebody outside the two of you who does you good.',
    'Alguien fuera de ustedes dos que te hace bien.',
  ),
  prompt(
    'friends-time',
    ['friends'],
    'How much time with other people is right for you just now.',
    'Cuánto tiempo con otras personas te hace bien en estos días.',
  ),
  prompt(
    'before-learned',
    ['past-relationships'],
    'Something you learned before the two of you met.',
    'Algo que aprendiste antes de que ustedes se conocieran.',
  ),
  prompt(
    'before-brought',
    ['past-relationships'],
    'A habit you brought along from an earlier relationship.',
    'Una costumbre que traes de una relación anterior.',
  ),
  prompt(
    'close-good',
    ['closeness'],
    'A kind of closeness that does you good, with or without touch.',
    'Una forma de cercanía que te hace bien, con contacto o sin él.',
  ),
  prompt(
    'close-easy',
    ['closeness'],
    'When closeness is easy for you, and when it is not.',
    'Cuándo la cercanía te resulta fácil, y cuándo no.',
  ),
  prompt(
    'body-days',
    ['body-health'],
    'How your body has been these days, and what helps it.',
    'Cómo ha estado tu cuerpo estos días, y qué le ayuda.',
  ),
  prompt(
    'body-asked',
    ['body-health'],
    'Something about your health that you would like, or would not like, to be asked about.',
    'Algo de tu salud sobre lo que te gustaría, o no te gustaría, que te preguntaran.',
  ),
  prompt(
    'belief-days',
    ['beliefs'],
    'Something you believe in that shows in your days.',
    'Algo en lo que crees y que se nota en tus días.',
  ),
  prompt(
    'belief-heard',
    ['beliefs'],
    'A belief on which you would like to be understood, not convinced.',
    'Una convicción en la que te gustaría que te entendieran, no que te convencieran.',
  ),
  prompt(
    'loss-missed',
    ['losses'],
    'Somebody or something you miss, and what of it you would like to be remembered.',
    'Alguien o algo que extrañas, y qué quisieras que se recordara.',
  ),
  prompt(
    'loss-helps',
    ['losses'],
    'What helps you when a loss comes back, and what does not.',
    'Qué te ayuda cuando una pérdida vuelve, y qué no.',
  ),
  prompt(
    'quarrel-over',
    ['old-quarrels'],
    'An old quarrel that is over for you, and what ended it.',
    'Una pelea de antes que para ti ya terminó, y qué le puso fin.',
  ),
  prompt(
    'quarrel-seen',
    ['old-quarrels'],
    'Something from an old quarrel that you see differently now.',
    'Algo de una pelea de antes que ahora ves de otra manera.',
  ),
  prompt('future-place', ['future'], 'A place where you could imagine living.', 'Un lugar donde te imaginas viviendo.'),
  prompt(
    'future-begun',
    ['future'],
    'Something you would like to have begun a year from now.',
    'Algo que te gustaría haber empezado dentro de un año.',
  ),
]

const OFFERED = 3
/** The rest touch nothing, so that there is a choice for whoever wants none of the topics. */
const OFFERED_OF_TOPICS = 2

interface Wish {
  /** Each check-in has its own, the same on every device of both. */
  readonly checkInId: string
  /** The topics that both have called fine. A prompt that touches any other is not offered. */
  readonly fine: readonly string[]
  /** Drawn so often anew, each time without what was offered before. */
  readonly draw?: number
}

/** What is offered to begin with in one check-in: the same to both, from what both know. */
export function beginningsFor({ checkInId, fine, draw = 0 }: Wish): readonly Prompt[] {
  let left = PROMPTS.toSorted((one, other) => lotOf(checkInId, one) - lotOf(checkInId, other))
  for (let before = 0; before < draw; before += 1) {
    const offered = firstOf(left, fine)
    left = [...left.filter((one) => !offered.includes(one)), ...offered]
  }
  return firstOf(left, fine)
}

function firstOf(drawn: readonly Prompt[], fine: readonly string[]): readonly Prompt[] {
  const ofTopics = drawn.filter(({ touches }) => touches.length > 0 && touches.every((topic) => fine.includes(topic)))
  const chosen = ofTopics.slice(0, OFFERED_OF_TOPICS)
  return [...chosen, ...drawn.filter(({ touches }) => touches.length === 0).slice(0, OFFERED - chosen.length)]
}

/** A number that looks like chance and is the same everywhere (FNV-1a, then mixed). Nothing secret depends on it. */
function lotOf(checkInId: string, { id }: Prompt): number {
  let lot = 0x81_1c_9d_c5
  for (const character of `${checkInId} ${id}`) lot = Math.imul(lot ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93)
  lot = Math.imul(lot ^ (lot >>> 16), 0x85_eb_ca_6b)
  return (lot ^ (lot >>> 13)) >>> 0
}
