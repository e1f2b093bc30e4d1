'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/field'
import { type Fields, Form } from '@/components/form'
import { ProblemNotice } from '@/components/problem-notice'
import { Setting } from '@/components/setting'
import { useAccount } from '@/features/account/client'
import { isTooLong } from '@/lib/name'
import { useTask } from '@/lib/use-task'
import { type Given, readAbout, type Said, say } from '../client'

/** What one is called and, if one likes, how to speak of oneself. Needs open pages: both are sealed. */
export function AboutSetting() {
  const account = useAccount()
  if (account.kind !== 'signed-in' || account.vault.kind !== 'open') return null
  return <AsGiven signedUpAs={account.vault.name} />
}

function AsGiven({ signedUpAs }: { signedUpAs: string }) {
  const t = useTranslations('account.about')
  const [given, setGiven] = useState<Given | null>(null)
  const { task, run } = useTask()
  const load = useCallback(
    () => run(async () => setGiven((await readAbout()) ?? { name: signedUpAs, words: '' })),
    [signedUpAs, run],
  )
  useEffect(() => void load(), [load])
  if (task.kind === 'failed') return <ProblemNotice problem={task.problem} retry={() => void load()} />
  if (!given) return null
  return (
    <Setting title={t('title')} about={t('about', { ...given, has: given.words ? 'words' : 'none' })} folded>
      <AboutForm given={given} onSaid={setGiven} />
    </Setting>
  )
}

function AboutForm({ given, onSaid }: { given: Given; onSaid: (given: Given) => void }) {
  const t = useTranslations('account.about')
  const signUp = useTranslations('account.signUp')
  const [wrong, setWrong] = useState<{ name?: 'nameMissing' | 'nameLong'; words?: 'wordsLong' }>({})
  const [said, setSaid] = useState<Said | null>(null)
  const { task, run } = useTask()
  const submit = (fields: Fields) => {
    const next = { name: fields('name').trim(), words: fields('words').trim() }
    setSaid(null)
    if (!next.name) return setWrong({ name: 'nameMissing' })
    if (isTooLong(next.name)) return setWrong({ name: 'nameLong' })
    if (isTooLong(next.words)) return setWrong({ words: 'wordsLong' })
    setWrong({})
    void run(async () => {
      setSaid(await say(next))
      onSaid(next)
    })
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        error={wrong.name && signUp(wrong.name)}
        defaultValue={given.name}
        autoComplete="nickname"
      />
      <TextField
        name="words"
        label={t('words')}
        hint={t('wordsHint')}
        error={wrong.words && t(wrong.words)}
        defaultValue={given.words}
        autoComplete="off"
      />
      <Button type="submit" kind="quiet" pending={task.kind === 'busy'}>
        {t('save')}
      </Button>
      <output>{said && t(said)}</output>
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} />}
    </Form>
  )
}
