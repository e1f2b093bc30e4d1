import type { Moment, Phase } from './breath'

/* Two notes a fourth apart, below a voice; while the breath is held nothing is heard. */
const LOW_HZ = 147
const HIGH_HZ = 196
const LOUDEST = 0.07
const SILENCE = 0.0001
/** Fast, and too slow for a click. */
const FADE_SECONDS = 0.08

const GLIDES: Readonly<Partial<Record<Phase, readonly [number, number]>>> = {
  in: [LOW_HZ, HIGH_HZ],
  out: [HIGH_HZ, LOW_HZ],
}

/** A soft tone that rises with the breath in and falls with the breath out. Made here: there is no file to fetch. */
export class Hum {
  #audio: AudioContext | null = null

  /** Returns what ends it before its time. */
  play({ phase, leftMs }: Moment): (() => void) | undefined {
    const glide = GLIDES[phase]
    if (!glide) return
    this.#audio ??= new AudioContext()
    const audio = this.#audio
    const from = audio.currentTime
    const seconds = leftMs / 1_000
    const tone = new OscillatorNode(audio, { frequency: glide[0] })
    const loudness = new GainNode(audio, { gain: SILENCE })
    tone.frequency.linearRampToValueAtTime(glide[1], from + seconds)
    loudness.gain.setValueAtTime(SILENCE, from)
    loudness.gain.exponentialRampToValueAtTime(LOUDEST, from + seconds / 2)
    loudness.gain.exponentialRampToValueAtTime(SILENCE, from + seconds)
    tone.connect(loudness).connect(audio.destination)
    tone.start(from)
    tone.stop(from + seconds)
    return () => {
      loudness.gain.cancelScheduledValues(audio.currentTime)
      loudness.gain.setTargetAtTime(SILENCE, audio.currentTime, FADE_SECONDS)
    }
  }

  close(): void {
    void this.#audio?.close()
    this.#audio = null
  }
}
