import { type ReactNode, useId } from 'react'
import styles from './setting.module.css'

interface Props {
  title: ReactNode
  /** One line that says what it is for or how it stands. */
  about?: ReactNode
  /** Shut until somebody opens it: for what is long or rarely wanted. */
  folded?: boolean
  children: ReactNode
}

/** One thing that can be set, inside a `SettingsGroup`. */
export function Setting({ title, about, folded = false, children }: Props) {
  const id = useId()
  if (folded) {
    return (
      <details className={styles.setting} data-setting>
        <summary className={styles.summary}>
          <h3>{title}</h3>
          {about && <p className={styles.about}>{about}</p>}
        </summary>
        <div className={styles.inside}>{children}</div>
      </details>
    )
  }
  return (
    <section className={styles.setting} aria-labelledby={id} data-setting>
      <div className={styles.head}>
        <h3 id={id}>{title}</h3>
        {about && <p className={styles.about}>{about}</p>}
      </div>
      <div className={styles.inside}>{children}</div>
    </section>
  )
}

/** Settings that belong together. While none of them has anything to show, there is no heading either. */
export function SettingsGroup({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
