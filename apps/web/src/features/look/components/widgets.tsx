'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Menu } from '@/components/aria/menu'
import { ModalDialog } from '@/components/aria/modal-dialog'
import { NumberField } from '@/components/aria/number-field'
import { Select } from '@/components/aria/select'
import { Switch } from '@/components/aria/switch'
import { Button } from '@/components/button'
import { Stack } from '@/components/stack'

const MINUTES = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const

/** What stands on react-aria-components. */
export function Widgets() {
  const t = useTranslations('journal')
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState(false)
  const [minutes, setMinutes] = useState(20)
  const [room, setRoom] = useState<'living' | 'drawer'>('drawer')
  return (
    <Stack>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('share.open')}
      </Button>
      {open && (
        <ModalDialog title={t('share.open')} onClose={() => setOpen(false)}>
          <p>{t('drawer.private')}</p>
          <Button onClick={() => setOpen(false)}>{t('share.not')}</Button>
        </ModalDialog>
      )}
      <Menu label={t('title')} items={[{ id: 'share', text: t('share.open'), onAction: () => setOpen(true) }]} />
      <Switch on={on} onChange={setOn}>
        {t('drawer.private')}
      </Switch>
      <Select
        label={t('doors.label')}
        options={[
          { value: 'living', text: t('doors.living.name') },
          { value: 'drawer', text: t('doors.drawer.name') },
        ]}
        value={room}
        onChange={setRoom}
      />
      <NumberField
        label={t('title')}
        value={minutes}
        least={5}
        most={60}
        step={5}
        format={MINUTES}
        onChange={setMinutes}
      />
    </Stack>
  )
}
