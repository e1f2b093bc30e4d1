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
import { loadKit, useKit } from '../client'
import { LinksPart } from './links-part'
import { PeoplePart } from './people-part'
import { PicturesPart } from './pictures-part'
import { WordsPart } from './words-part'

/** Where somebody prepares, in a calm moment, what they want at hand in a hard one. On the drawer's paper: it is theirs alone. */
export function KitPage() {
  const t = useTranslations('kit')
  const state = useKit('calm')
  return (
    <Shell>
      <Paper room="drawer">
        <Stack gap="small">
          <Title>{t('title')}</Title>
          <p>{t('lead')}</p>
        </Stack>
        {state.kind === 'opening' && <Waiting />}
        {state.kind === 'problem' && <ProblemNotice problem={state.problem} retry={() => void loadKit()} />}
        {state.kind === 'open' && (
          <>
            {state.unsent !== 'none' && (
              <Notice kind={state.unsent === 'waiting' ? 'offline' : 'info'}>
                <p>{t(`unsent.${state.unsent}`)}</p>
              </Notice>
            )}
            <WordsPart items={state.items} />
            <PicturesPart items={state.items} />
            <LinksPart items={state.items} />
            <PeoplePart items={state.items} />
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
