'use client'

import { useTranslations } from 'next-intl'
import { Go } from '@/components/go'
import { HelpLink } from '@/components/help-link'
import type { AccountState } from '@/features/account/client'
import styles from './below.module.css'
import type { Next } from './use-next'

/** The rest of the house, below the fold. */
export function Below({ account, next }: { account: AccountState; next: Next }) {
  const t = useTranslations('home')
  return (
    <nav id="more" className={styles.below} aria-label={t('more')}>
      <a href="#more" className={styles.down}>
        <span className="for-readers-only">{t('more')}</span>
      </a>
      <SheetReminder account={account} />
      <ul className={styles.list}>
        <li>
          <Go to="/journal" fetched="reached">
            {t('journal')}
          </Go>
        </li>
        <li>
          <Go to="/journal/drawer" fetched="reached">
            {t('drawer')}
          </Go>
        </li>
        <li>
          <Go to="/jottings" fetched="reached">
            {t('jottings')}
          </Go>
        </li>
        <li>
          <Go to="/kit" fetched="reached">
            {t('kit')}
          </Go>
        </li>
        {next.kind === 'checkIn' && (
          <li>
            <Go to="/agreement" fetched="reached">
              {t('agreement')}
            </Go>
          </li>
        )}
        <li>
          <Go to="/settings" fetched="reached">
            {t('settings')}
          </Go>
        </li>
        <li>
          <Go to="/who-sees-what" fetched="reached">
            {t('whoSees')}
          </Go>
        </li>
        <li>
          <HelpLink />
        </li>
      </ul>
    </nav>
  )
}

/** The one place where home reminds of the sheet. */
function SheetReminder({ account }: { account: AccountState }) {
  const t = useTranslations('home')
  if (account.kind !== 'signed-in' || account.vault.kind !== 'open' || account.vault.sheet === 'saved') return null
  return (
    <p className={styles.reminder}>
      {t('sheetReminder')}{' '}
      <Go to="/recovery-sheet" fetched="reached">
        {t('showSheet')}
      </Go>
    </p>
  )
}
