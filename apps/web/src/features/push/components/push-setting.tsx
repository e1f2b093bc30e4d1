'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Choice, type Option } from '@/components/choice'
import { Go } from '@/components/go'
import { Notice } from '@/components/notice'
import { ProblemNotice } from '@/components/problem-notice'
import { Quiet } from '@/components/quiet'
import { Setting } from '@/components/setting'
import { Waiting } from '@/components/waiting'
import { usePartnership } from '@/features/partnership/client'
import { type NoticesHere, noticesHere, type Wording } from '@/lib/notices'
import { useBrowserFact } from '@/lib/store'
import { useTask } from '@/lib/use-task'
import { changeWording, turnOff, turnOn, wordingHere } from '../client'
import { useWordings } from './use-wordings'

/** What this device shows when the other one pauses and the app is closed. Off until somebody chooses words for it. */
export function PushSetting() {
  const t = useTranslations('push')
  const partnership = usePartnership()
  const here = useBrowserFact<NoticesHere | null>(noticesHere, null)
  if (partnership.kind !== 'linked' || here === null) return null
  return (
    <Setting title={t('title')} about={t('about')}>
      {here === 'possible' ? <Own /> : <p>{t(`here.${here}`)}</p>}
    </Setting>
  )
}

/** How it stands; `undefined` before that is known. */
type Standing = Wording | null | undefined

function Own() {
  const t = useTranslations('push')
  const locale = useLocale()
  const [standing, setStanding] = useState<Standing>(undefined)
  const [picked, setPicked] = useState<Wording | null>(null)
  const [refused, setRefused] = useState(false)
  const { task, run } = useTask()
  const load = useCallback(() => run(async () => setStanding(await wordingHere())), [run])
  useEffect(() => {
    void load()
  }, [load])
  if (standing === undefined) {
    return task.kind === 'failed' ? <ProblemNotice problem={task.problem} retry={load} /> : <Waiting />
  }
  const isOn = standing !== null
  const pick = (wording: Wording) => {
    setPicked(wording)
    if (!isOn) return
    void run(async () => {
      await changeWording(wording, locale)
      setStanding(wording)
    })
  }
  const start = () =>
    run(async () => {
      if (picked === null) return
      const answer = await turnOn(picked, locale)
      setRefused(answer === 'refused')
      if (answer === 'on') setStanding(picked)
    })
  const stop = () =>
    run(async () => {
      await turnOff()
      setPicked(null)
      setStanding(null)
    })
  return (
    <>
      <Wordings value={picked ?? standing} onChange={pick} />
      {(isOn || picked !== null) && (
        <Button kind="quiet" pending={task.kind === 'busy'} onClick={() => void (isOn ? stop() : start())}>
          {t(isOn ? 'turnOff' : 'turnOn')}
        </Button>
      )}
      <output>{isOn && <Quiet>{t('on')}</Quiet>}</output>
      {refused && <Notice>{t('refused')}</Notice>}
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
      <Quiet>{t('who')}</Quiet>
      <Quiet>
        {t('maker')} <Go to="/who-sees-what">{t('whoLink')}</Go>
      </Quiet>
    </>
  )
}

/** Each as it will stand there, so that one sees what somebody else might read. */
function Wordings({ value, onChange }: { value: Wording | null; onChange: (wording: Wording) => void }) {
  const t = useTranslations('push')
  const titles = useWordings()
  const options = titles.map(
    ({ wording, title }): Option<Wording> => ({
      value: wording,
      label: title,
      hint: t(`wording.${wording}`),
    }),
  )
  return <Choice legend={t('legend')} options={options} value={value} onChange={onChange} />
}
