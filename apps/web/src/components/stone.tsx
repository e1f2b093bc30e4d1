import styles from './stone.module.css'

/**
 * Where the stone is. `a` and `b` are the two sides, `midway` a breath between turns, `sunk` paused,
 * `waiting` not taken up yet.
 */
export type StonePlace = 'a' | 'b' | 'midway' | 'sunk' | 'waiting'

interface Props {
  place: StonePlace
  /** The share of the turn's time that is left, 0 to 1. Left out, there is no ring. */
  left?: number | undefined
  /** Who asks for the floor: a small ring on their side. */
  asking?: 'a' | 'b' | undefined
  /** What it means, in words; without it the picture is decoration. */
  label?: string | undefined
}

const RING_RADIUS = 76
const RING = 2 * Math.PI * RING_RADIUS

/** Two hollows, one stone: side, shape and stillness tell the state of the room, without colour. */
export function Stone({ place, left, asking, label }: Props) {
  return (
    <svg
      className={styles.stone}
      data-place={place}
      viewBox="0 0 400 200"
      role="img"
      aria-label={label}
      aria-hidden={label === undefined || undefined}
    >
      {/* The hollows differ in shape: one rim for a, two for b. */}
      <g className={styles.hollow} data-side="a" data-lit={place === 'a' || undefined}>
        <ellipse cx="100" cy="152" rx="78" ry="16" />
      </g>
      <g className={styles.hollow} data-side="b" data-lit={place === 'b' || undefined}>
        <ellipse cx="300" cy="152" rx="78" ry="16" />
        <ellipse className={styles.rim} cx="300" cy="152" rx="66" ry="11" />
      </g>
      {asking && <circle className={styles.asking} cx={asking === 'a' ? 100 : 300} cy="116" r="12" />}
      <g className={styles.moves}>
        {left !== undefined && (
          <>
            <circle className={styles.track} cx="200" cy="110" r={RING_RADIUS} />
            <circle
              className={styles.left}
              cx="200"
              cy="110"
              r={RING_RADIUS}
              transform="rotate(-90 200 110)"
              strokeDasharray={RING.toFixed(2)}
              strokeDashoffset={(RING * (1 - Math.min(1, Math.max(0, left)))).toFixed(2)}
            />
          </>
        )}
        <path
          className={styles.body}
          d="M134 127c-3-27 27-49 68-49 39 0 66 19 65 44-1 23-27 35-66 35-37 0-64-8-67-30z"
        />
        <path className={styles.vein} d="M150 112c26-14 70-18 104-4" />
      </g>
      <g className={styles.water}>
        <path d="M24 118c30 0 30 6 60 6s30-6 60-6 30 6 60 6 30-6 60-6 30 6 60 6 30-6 52-6V200H24z" />
        <path className={styles.line} d="M24 118c30 0 30 6 60 6s30-6 60-6 30 6 60 6 30-6 60-6 30 6 60 6 30-6 52-6" />
        <path className={styles.line} d="M88 146h224M132 166h136" />
      </g>
    </svg>
  )
}
