/*
 * Our word, spoken. Only where the browser recognises speech on this device: what a microphone hears here goes to no
 * service, not even the browser's own. Not in TypeScript's DOM yet.
 */

interface Heard {
  readonly isFinal: boolean
  readonly 0?: { readonly transcript: string }
}

export interface Recognition {
  lang: string
  continuous: boolean
  interimResults: boolean
  processLocally: boolean
  onresult: ((event: { readonly resultIndex: number; readonly results: ArrayLike<Heard> }) => void) | null
  onend: (() => void) | null
  onerror: ((event: { readonly error: string }) => void) | null
  start(): void
  abort(): void
}

export interface Recogniser {
  new (): Recognition
  readonly prototype: Recognition
  available(options: { readonly langs: readonly string[]; readonly processLocally: true }): Promise<string>
}

/**
 * The browser's recogniser if it works on the device alone, for this language and now; else null. One that knows no
 * `processLocally` would take it for any other name and send what it hears away.
 */
export async function localRecogniser(found: unknown, language: string): Promise<Recogniser | null> {
  if (!isRecogniser(found)) return null
  try {
    return (await found.available({ langs: [language], processLocally: true })) === 'available' ? found : null
  } catch (thrown) {
    if (thrown instanceof DOMException || thrown instanceof TypeError) return null
    throw thrown
  }
}

/** Whether it could be one. What it can do is asked by somebody's own wish only: some browsers do not survive the question. */
export function isRecogniser(found: unknown): found is Recogniser {
  if (typeof found !== 'function' || !('available' in found) || typeof found.available !== 'function') return false
  const { prototype } = found
  return typeof prototype === 'object' && prototype !== null && 'processLocally' in prototype
}

/** This browser's, whatever it can do. */
export const browserRecogniser = (): unknown => (globalThis as { SpeechRecognition?: unknown }).SpeechRecognition

/** Errors after which it would only fail again. */
const FINAL: readonly string[] = ['not-allowed', 'service-not-allowed', 'audio-capture', 'language-not-supported']

/** Listens until it is told to stop. What was heard is handed over as text, and kept nowhere. */
export function listenFor(
  Local: Recogniser,
  language: string,
  { onHeard, onDeaf }: { onHeard: (text: string) => void; onDeaf: () => void },
): () => void {
  const recognition = new Local()
  let goesOn = true
  const settings: Omit<Recognition, 'start' | 'abort'> = {
    lang: language,
    continuous: true,
    interimResults: true,
    processLocally: true,
    onresult: ({ resultIndex, results }) => {
      for (let at = resultIndex; at < results.length; at += 1) {
        const text = results[at]?.[0]?.transcript ?? ''
        // Something follows the last word of what was said to the end.
        onHeard(results[at]?.isFinal ? `${text} ` : text)
      }
    },
    onerror: ({ error }) => {
      if (!FINAL.includes(error)) return
      goesOn = false
      onDeaf()
    },
    // It ends by itself after a silence.
    onend: () => {
      if (goesOn) recognition.start()
    },
  }
  Object.assign(recognition, settings)
  recognition.start()
  return () => {
    goesOn = false
    recognition.abort()
  }
}

/** The way of speaking this language that the person's browser prefers. */
export const spokenLanguage = (locale: string): string =>
  navigator.languages.find((one) => one.split('-')[0] === locale) ?? locale

/** To be called from a touch, in a calm moment: the browser asks the person now. Nothing is heard yet. */
export async function askForSpeech(locale: string): Promise<'works' | 'refused' | 'none'> {
  if (!(await localRecogniser(browserRecogniser(), spokenLanguage(locale)))) return 'none'
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    for (const track of stream.getTracks()) track.stop()
    return 'works'
  } catch (thrown) {
    if (thrown instanceof DOMException) return 'refused'
    throw thrown
  }
}
