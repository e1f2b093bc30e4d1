import { Stone } from '@/components/stone'
import styles from './look.module.css'

const STATES = {
  alone: { place: 'alone' },
  'at rest between two': { place: 'midway' },
  'mine, or theirs': { place: 'a', left: 0.7 },
  'theirs, or mine': { place: 'b', left: 0.35 },
  'open-ended turn': { place: 'a' },
  'grace: the ring is empty': { place: 'a', left: 0 },
  'hand raised': { place: 'a', left: 0.7, asking: 'b' },
  'breath, b is next': { place: 'midway', next: 'b' },
  held: { place: 'a', left: 0.7, held: true },
  closing: { place: 'closing' },
  waiting: { place: 'waiting' },
} as const

export function Stones() {
  return (
    <>
      <div className={styles.grid}>
        {Object.entries(STATES).map(([name, state]) => (
          <figure key={name} className={styles.figure}>
            <Stone {...state} />
            <figcaption>{name}</figcaption>
          </figure>
        ))}
        <figure className={`${styles.figure} ${styles.frozen}`}>
          <Stone place="sunk" />
          <figcaption>paused</figcaption>
        </figure>
      </div>
      <h3>From two metres</h3>
      <div className={styles.far}>
        {Object.entries(STATES).map(([name, state]) => (
          <Stone key={name} {...state} />
        ))}
        <div className={styles.frozen}>
          <Stone place="sunk" />
        </div>
      </div>
    </>
  )
}
