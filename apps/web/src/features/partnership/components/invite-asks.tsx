'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { HelpLink } from '@/components/help-link'
import { Answers, Stack } from '@/components/stack'
import { Stone } from '@/components/stone'
import { Title } from '@/components/title'
import styles from './invite-asks.module.css'

interface Props {
  name: string
  look: () => void
  decline: () => void
}

/** Two answers of the same size and colour: nobody is led. */
export function InviteAsks({ name, look, decline }: Props) {
  const t = useTranslations('partnership.ask')
  return (
    <>
      <Stack place="middle" gap="large">
        <Stone place="waiting" />
        <Stack>
          <Title>{t('asks', { name })}</Title>
          <p className={styles.unseen}>{t('unseen', { name })}</p>
        </Stack>
        <Answers short>
          <Button kind="quiet" size="large" onClick={look}>
            {t('look')}
          </Button>
          <Button kind="quiet" size="large" onClick={decline}>
            {t('notNow')}
          </Button>
        </Answers>
      </Stack>
      <details className={styles.choice}>
        <summary>{t('myChoice')}</summary>
        <p>{t('myChoiceText', { name })}</p>
        <HelpLink className={styles.help} />
      </details>
    </>
  )
}
