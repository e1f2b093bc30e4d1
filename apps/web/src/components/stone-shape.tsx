import styles from './stone-shape.module.css'

interface Props {
  /** Outlined and empty: it waits, for somebody to take it or for the connection. */
  hollow?: boolean
}

/** The stone itself, with its ring of quartz, about 160 wide and 96 high round the origin: place it with a transform on the group around it. */
export function StoneShape({ hollow = false }: Props) {
  return (
    <g className={styles.stone} data-hollow={hollow || undefined}>
      <path className={styles.body} d="M-78 7C-82-25-48-53 2-53 50-53 82-27 80 3 78 31 46 43-2 43-48 43-75 33-78 7z" />
      <path
        className={styles.light}
        d="M-76 8C-80-24-46-51 2-51 27-51 47-45 60-33 26-38-18-34-44-9-55 2-59 17-57 28-69 22-75 16-76 8z"
      />
      <path
        className={styles.band}
        d="M22-51C38-30 44 6 34 41L43 39C54 5 49-29 34-49zM52-42C63-22 66 5 59 30L63 28C71 5 68-20 57-39z"
      />
    </g>
  )
}
