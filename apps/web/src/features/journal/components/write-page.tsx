'use client'

import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/button'
import { Paper } from '@/components/paper'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { Waiting } from '@/components/waiting'
import { Sheet } from './sheet'
import { useWriting } from './use-writing'
import styles from './write-page.module.css'

/** A sheet for my drawer. It is kept while it is written; nothing has to be pressed for that. */
export function WritePage() {
  const t = useTranslations('journal.write')
  const { writing, type, keep } = useWriting()
  return (
    <Shell>
      <Paper room="drawer">
        {writing.kind === 'kept' ? <Kept sent={writing.sent} /> : <Title>{t('title')}</Title>}
        {writing.kind === 'opening' && <Waiting />}
        {writing.kind === 'problem' && <ProblemNotice problem={writing.problem} />}
        {writing.kind === 'open' && (
          <div className={styles.page}>
            <Sheet writing={writing} onType={type} />
            <Stack gap="small">
              <Button
                pending={writing.keeping}
                aria-disabled={writing.text.trim() === '' || undefined}
                onClick={() => void keep()}
              >
                {t('keep')}
              </Button>
              <ButtonLink to="/journal/drawer" kind="quiet">
                {t('discard')}
              </ButtonLink>
              <ButtonLink to="/jottings" kind="plain">
                {t('jottings')}
              </ButtonLink>
            </Stack>
          </div>
        )}
      </Paper>
    </Shell>
  )
}

/** Nothing leads away by itself: where there is no connection, leaving the page may not work. */
function Kept({ sent }: { sent: boolean }) {
  const t = useTranslations('journal.write.kept')
  return (
    <>
      <Title focus>{t('title')}</Title>
      <output>{t(sent ? 'sent' : 'waiting')}</output>
      <ButtonLink to="/journal/drawer" kind="quiet">
        {t('drawer')}
      </ButtonLink>
    </>
  )
}
