'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, ButtonLink } from '@/components/button'
import { Paper } from '@/components/paper'
import { ProblemNotice } from '@/components/problem-notice'
import { Answers } from '@/components/stack'
import { usePartnership } from '@/features/partnership/client'
import { useTask } from '@/lib/use-task'
import type { Page } from '@/vault/journal-content'
import { type Flushed, sharePage } from '../client'
import { OwnWords } from './own-words'
import styles from './share-copy.module.css'

const ModalDialog = dynamic(() => import('@/components/aria/modal-dialog').then((file) => file.ModalDialog), {
  ssr: false,
})

/** Shares a copy, never the page: what the partner will see is shown first, on the paper of the room it goes into. */
export function ShareCopy({ page }: { page: Page }) {
  const t = useTranslations('journal.share')
  const partnership = usePartnership()
  const [entryId] = useState(() => crypto.randomUUID())
  const [stage, setStage] = useState<'closed' | 'preview' | Flushed>('closed')
  const { task, run } = useTask()
  if (partnership.kind !== 'linked') return null
  const { name } = partnership.partner
  if (stage === 'closed') {
    return (
      <Button kind="quiet" onClick={() => setStage('preview')}>
        {t('open')}
      </Button>
    )
  }
  if (stage !== 'preview') return <Done sent={stage} />
  const { text, writtenAtMs } = page
  const share = () => run(async () => setStage(await sharePage({ entryId, text, writtenAtMs })))
  return (
    <ModalDialog title={t('title', { name })} onClose={() => setStage('closed')}>
      <p>{t('what', { name })}</p>
      <div className={styles.copy}>
        <Paper room="living">
          <OwnWords text={text} writtenAtMs={writtenAtMs} />
        </Paper>
      </div>
      <Answers>
        <Button kind="quiet" pending={task.kind === 'busy'} onClick={share}>
          {t('do')}
        </Button>
        <Button kind="quiet" onClick={() => setStage('closed')}>
          {t('not')}
        </Button>
      </Answers>
      {task.kind === 'failed' && <ProblemNotice problem={task.problem} retry={() => void share()} />}
    </ModalDialog>
  )
}

function Done({ sent }: { sent: Flushed }) {
  const t = useTranslations('journal')
  return (
    <>
      <output>{t(sent === 'empty' ? 'share.done' : 'share.waiting')}</output>
      <ButtonLink to="/journal" kind="quiet">
        {t('doors.living.name')}
      </ButtonLink>
    </>
  )
}
