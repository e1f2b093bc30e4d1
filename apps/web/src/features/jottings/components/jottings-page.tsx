'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { Notice } from '@/components/notice'
import { Paper } from '@/components/paper'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { loadJottings, useJottings } from '../client'
import { JotField } from './jot-field'
import { JottingList } from './jotting-list'
import { Shelf } from './shelf'

/** What I want to bring to our next check-in. On the drawer's paper: it is mine alone. */
export function JottingsPage() {
  const t = useTranslations('jottings')
  const state = useJottings()
  return (
    <Shell>
      <Paper room="drawer">
        <Stack gap="small">
          <Title>{t('title')}</Title>
          <p>{t('lead')}</p>
        </Stack>
        {state.kind === 'opening' && <Waiting />}
        {state.kind === 'problem' && <ProblemNotice problem={state.problem} retry={() => void loadJottings()} />}
        {state.kind === 'open' && (
          <>
            <JotField />
            {state.unsent !== 'none' && (
              <Notice kind={state.unsent === 'waiting' ? 'offline' : 'info'}>
                <p>{t(`unsent.${state.unsent}`)}</p>
              </Notice>
            )}
            {state.items.length === 0 && <p>{t('empty')}</p>}
            <JottingList jottings={state.items} />
            <Shelf />
          </>
        )}
      </Paper>
      <Stack place="bottom">
        <ButtonLink to="/" kind="quiet">
          {t('home')}
        </ButtonLink>
      </Stack>
    </Shell>
  )
}
