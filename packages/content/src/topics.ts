interface Topic {
  readonly id: string
  readonly name: { readonly en: string; readonly es: string }
}

/** A first list of what two people may want to leave alone, in everyday words. Nothing stands for or against any of it. */
export const TOPICS: readonly Topic[] = [
  { id: 'money', name: { en: 'Money', es: 'El dinero' } },
  { id: 'work', name: { en: 'Work and careers', es: 'El trabajo y los estudios' } },
  { id: 'home', name: { en: 'Who does what at home', es: 'Quién hace qué en casa' } },
  { id: 'family', name: { en: 'My family', es: 'Mi familia' } },
  { id: 'your-family', name: { en: 'Your family', es: 'Tu familia' } },
  { id: 'children', name: { en: 'Children, having or raising them', es: 'Los hijos: tenerlos o criarlos' } },
  { id: 'friends', name: { en: 'Friends and other people', es: 'Las amistades y otras personas' } },
  { id: 'past-relationships', name: { en: 'Earlier relationships', es: 'Las relaciones anteriores' } },
  { id: 'closeness', name: { en: 'Closeness and touch', es: 'La cercanía y el contacto' } },
  { id: 'body-health', name: { en: 'Body and health', es: 'El cuerpo y la salud' } },
  { id: 'beliefs', name: { en: 'Beliefs and politics', es: 'Las creencias y la política' } },
  { id: 'losses', name: { en: 'Losses and grief', es: 'Las pérdidas y el duelo' } },
  { id: 'old-quarrels', name: { en: 'Old quarrels', es: 'Las peleas de antes' } },
  { id: 'future', name: { en: 'Where we live, what comes next', es: 'Dónde vivimos y qué viene después' } },
]

const OTHER_SIDE: Readonly<Record<string, string>> = { family: 'your-family', 'your-family': 'family' }

/** The same topic as the other of the two calls it: what is my family to me is your family to them. */
export const fromOtherSide = (topic: string): string => OTHER_SIDE[topic] ?? topic
