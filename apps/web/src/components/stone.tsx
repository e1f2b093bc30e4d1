import styles from './stone.module.css'
import { StoneShape } from './stone-shape'

/**
 * Where the stone is. `a` and `b` are the two sides, `midway` a breath between turns or two people who are not in a
 * check-in, `alone` at rest without a second side, `closing` before both at the end, `sunk` paused, `waiting` not taken
 * up yet.
 */
export type StonePlace = 'a' | 'b' | 'midway' | 'alone' | 'closing' | 'sunk' | 'waiting'

interface Props {
  place: StonePlace
  /** The share of the turn's time that is left, 0 to 1. Left out, there is no ring. */
  left?: number | undefined
  /** Who asks for the floor: a small ring on their side. */
  asking?: 'a' | 'b' | undefined
  /** Whose turn follows this breath: three dots lead there. */
  next?: 'a' | 'b' | undefined
  /** This device has lost touch: the stone stays where it is, empty, and its ring is in pieces. */
  held?: boolean
  /** What it means, in words; without it the picture is decoration. */
  label?: string | undefined
}

const RING_RADIUS = 76
const RING = 2 * Math.PI * RING_RADIUS
const SIDES = { a: { at: 92, step: -1 }, b: { at: 308, step: 1 } } as const

/** Two hollows, one stone: side, shape and stillness tell the state of the room, without colour. */
export function Stone({ place, left, asking, next, held = false, label }: Props) {
  return (
    <svg
      className={styles.stone}
      data-place={place}
      data-held={held || undefined}
      // Alone there is nothing beside it, so it comes closer.
      viewBox={place === 'alone' ? '70 30 260 150' : '0 0 400 200'}
      role="img"
      aria-label={label}
      aria-hidden={label === undefined || undefined}
    >
      <Ground place={place} />
      {next && <Lead to={next} />}
      {asking && <circle className={styles.asking} cx={SIDES[asking].at} cy="118" r="17" />}
      <g className={styles.moves}>
        {left !== undefined && <Ring left={left} />}
        <g transform="translate(200 112) scale(0.82)">
          <StoneShape hollow={held || place === 'waiting'} />
        </g>
      </g>
      {place === 'closing' && <Pebbles />}
      <Water />
    </svg>
  )
}

/** What the stone lies in. The two sides differ in shape: one rim for a, two for b. */
function Ground({ place }: { place: StonePlace }) {
  if (place === 'alone') return <ellipse className={styles.ground} cx="200" cy="150" rx="112" ry="15" />
  if (place === 'closing') return <ellipse className={styles.hollow} data-lit cx="200" cy="154" rx="180" ry="20" />
  return (
    <g className={styles.sides}>
      <g className={styles.hollow} data-side="a" data-lit={place === 'a' || undefined}>
        <ellipse cx={SIDES.a.at} cy="152" rx="82" ry="16" />
      </g>
      <g className={styles.hollow} data-side="b" data-lit={place === 'b' || undefined}>
        <ellipse cx={SIDES.b.at} cy="152" rx="82" ry="16" />
        <ellipse className={styles.rim} cx={SIDES.b.at} cy="152" rx="70" ry="11" />
      </g>
    </g>
  )
}

/** The time that is left, as what remains of the ring. */
function Ring({ left }: { left: number }) {
  const share = Math.min(1, Math.max(0, left))
  return (
    <>
      <circle className={styles.track} cx="200" cy="110" r={RING_RADIUS} />
      <circle
        className={styles.left}
        cx="200"
        cy="110"
        r={RING_RADIUS}
        transform="rotate(-90 200 110)"
        strokeDasharray={RING.toFixed(2)}
        strokeDashoffset={(RING * (1 - share)).toFixed(2)}
      />
    </>
  )
}

function Lead({ to }: { to: 'a' | 'b' }) {
  const { step } = SIDES[to]
  return (
    <g className={styles.lead}>
      {[0, 1, 2].map((dot) => (
        <circle key={dot} cx={200 + step * (84 + 22 * dot)} cy="112" r="5" />
      ))}
    </g>
  )
}

/** A thank-you each. */
function Pebbles() {
  return (
    <>
      <ellipse className={styles.pebble} cx="86" cy="142" rx="21" ry="13" />
      <ellipse className={styles.pebble} cx="314" cy="142" rx="21" ry="13" />
    </>
  )
}

function Water() {
  return (
    <g className={styles.water}>
      <path d="M24 120c30 0 30 6 60 6s30-6 60-6 30 6 60 6 30-6 60-6 30 6 60 6 30-6 52-6C376 172 300 196 200 196S24 172 24 120z" />
      <path className={styles.line} d="M24 120c30 0 30 6 60 6s30-6 60-6 30 6 60 6 30-6 60-6 30 6 60 6 30-6 52-6" />
      <path className={styles.line} d="M88 148h224M132 168h136" />
    </g>
  )
}
