'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Choice, type Option } from '@/components/choice'
import { Notice } from '@/components/notice'
import { Quiet } from '@/components/quiet'
import { Setting } from '@/components/setting'
import { chooseLook, chosenLook, type Look } from '@/lib/look'
import { useBrowserFact } from '@/lib/store'
import styles from './look-setting.module.css'

const LOOKS: readonly Look[] = ['turnstone', 'notes']

/** Under which name and picture this device shows the app to whoever glances at it. */
export function LookSetting() {
  const t = useTranslations('device.look')
  const chosen = useBrowserFact<Look | null>(chosenLook, null)
  // Seen as chosen at once: the page that follows may take its time to come.
  const [next, setNext] = useState<Look | null>(null)
  const [refused, setRefused] = useState(false)
  const choose = (look: Look) => {
    if (!chooseLook(look)) return setRefused(true)
    setNext(look)
    location.reload()
  }
  const options = LOOKS.map((look): Option<Look> => ({ value: look, label: <Face look={look} name={t(look)} /> }))
  return (
    <Setting title={t('title')} about={t('about')}>
      <Choice
        legend={<span className="for-readers-only">{t('title')}</span>}
        options={options}
        value={next ?? chosen}
        onChange={choose}
      />
      <Quiet>{t('installed')}</Quiet>
      {refused && <Notice kind="error">{t('refused')}</Notice>}
    </Setting>
  )
}

function Face({ look, name }: { look: Look; name: string }) {
  return (
    <span className={styles.face}>
      <svg width="28" height="28" aria-hidden="true">
        <image href={`/icons/${look}.svg`} width="28" height="28" />
      </svg>
      {name}
    </span>
  )
}
