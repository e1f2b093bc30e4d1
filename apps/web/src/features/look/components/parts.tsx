'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { TextArea, TextField } from '@/components/field'
import { Notice } from '@/components/notice'
import { Paper } from '@/components/paper'
import { ProblemNotice } from '@/components/problem-notice'
import { Setting } from '@/components/setting'
import { Answers, Stack } from '@/components/stack'
import { Steps } from '@/components/steps'
import { Waiting } from '@/components/waiting'

const LETTERS = ['a', 'b', 'c'] as const

export function Parts() {
  const common = useTranslations('common')
  const home = useTranslations('home')
  const journal = useTranslations('journal')
  const [letter, setLetter] = useState<(typeof LETTERS)[number]>('a')
  return (
    <Stack>
      <Button size="large">{home('write')}</Button>
      <Button>{common('continue')}</Button>
      <Button pending>{common('continue')}</Button>
      <Answers short>
        <Button kind="quiet">{common('later')}</Button>
        <Button kind="quiet">{common('back')}</Button>
      </Answers>
      <Button kind="plain">{common('tryAgain')}</Button>
      <TextField label={journal('write.label')} hint={journal('write.private')} />
      <TextField label={journal('write.label')} error={journal('write.tooLong')} />
      <TextArea label={journal('write.label')} placeholder={journal('write.placeholder')} />
      <Choice
        legend={journal('doors.label')}
        options={LETTERS.map((value) => ({ value, label: value.toUpperCase(), hint: common('later') }))}
        value={letter}
        onChange={setLetter}
      />
      <Steps steps={[common('back'), common('continue'), common('home')]} current={1} />
      <Notice>
        <p>{journal('drawer.private')}</p>
      </Notice>
      <ProblemNotice problem={{ code: 'offline' }} retry={() => {}} />
      <ProblemNotice problem={{ code: 'internal' }} />
      <Setting title={home('settings')} about={home('whoSees')} folded>
        <p>{journal('drawer.private')}</p>
      </Setting>
      <Waiting />
      <Paper room="living">
        <p className="own-words">{journal('living.empty.body')}</p>
      </Paper>
      <Paper room="drawer">
        <p className="own-words">{journal('drawer.empty.body')}</p>
      </Paper>
    </Stack>
  )
}
