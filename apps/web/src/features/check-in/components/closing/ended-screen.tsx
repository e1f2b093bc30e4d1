'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/button'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Stone } from '@/components/stone'
import { known, type OtherName } from '../../names'
import type { CheckInActions, Left, Recording, Side } from '../../view'
import styles from './closing.module.css'
import { InstallHint } from './install-hint'
import { KeepSaid } from './keep-said'
import { NextAfter } from './next-after'
import { PushHint } from './push-hint'
import { useShared } from './use-shared'

interface Props {
  setDown: boolean
  closedBy: Side | null
  other: OtherName
  recording: Recording
  left: Left
  actions: Pick<CheckInActions, 'keep' | 'letGo' | 'another'>
  /** What I had written and not said. */
  children: ReactNode
}

/** The same words for whoever ended it, other ones for when nobody did; then plainly what is kept and what is gone. */
export function EndedScreen({ setDown, closedBy, other, recording, left, actions, children }: Props) {
  const t = useTranslations('check-in.ended')
  const isPractice = left.format === 'practice'
  const how = closedBy !== null ? (`closed.${closedBy}` as const) : setDown ? howSetDown(left) : null
  return (
    <Shell kind="bare">
      <Stack place="middle" gap="large">
        <Stone place="midway" />
        <Stack>
          <h1>{t(how ? `${how}.title` : isPractice ? 'practice.title' : 'title')}</h1>
          {how && <p>{t(`${how}.text`, known(other))}</p>}
          {isPractice && !setDown && <p>{t('practice.text')}</p>}
          {recording !== 'none' && how === null && <p>{t('thanks')}</p>}
          {left.rests && <p>{t('rests')}</p>}
        </Stack>
        {how !== 'pauseOver' && <Kept recording={recording} left={left} />}
        {children}
        <KeepSaid said={left.said} kept={left.kept} gone="onLeave" actions={actions} />
      </Stack>
      <Stack place="bottom">
        <NextAfter format={left.format} onAnother={actions.another} />
        {recording !== 'none' && (
          <ButtonLink to="/journal" kind="quiet">
            {t('journal')}
          </ButtonLink>
        )}
        {recording !== 'none' && !isPractice && <InstallHint otherwise={<PushHint />} />}
      </Stack>
    </Shell>
  )
}

/** A pause that nothing was opened before is only over. */
const howSetDown = ({ openedAtMs }: Left) => (openedAtMs === null ? 'pauseOver' : 'setDown')

function Kept({ recording, left }: Pick<Props, 'recording' | 'left'>) {
  const t = useTranslations('check-in.ended')
  const pages = left.said.filter(({ key }) => left.kept[key] === 'saved').length
  return (
    <div className={styles.keptList}>
      <output>{t(`record.${recording}`)}</output>
      {left.openedAtMs !== null && <BothKeep left={left} openedAtMs={left.openedAtMs} />}
      {pages > 0 && <p>{t('inMyDrawer', { pieces: pages })}</p>}
    </div>
  )
}

/** The lines that both saved, in full: this is what they take along. */
function BothKeep({ left, openedAtMs }: { left: Left; openedAtMs: number }) {
  const t = useTranslations('check-in.ended')
  const { lines } = useShared(openedAtMs)
  const both = left.lines.filter(({ key, saved }) => lines.has(key) || saved === 'saved')
  if (both.length === 0) return null
  return (
    <div>
      <p>{t('bothKeep')}</p>
      <ul className={styles.pieces}>
        {both.map(({ key, text }) => (
          <li key={key} className={styles.line} data-both>
            <p className="own-words">{text}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
