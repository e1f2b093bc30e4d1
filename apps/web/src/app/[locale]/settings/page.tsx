import { AboutSetting } from '@/features/about/components/about-setting'
import { AutoLockSetting } from '@/features/account/components/auto-lock-setting'
import { LanguageSetting } from '@/features/account/components/language-setting'
import { LockSetting } from '@/features/account/components/lock-setting'
import { PasskeySetting } from '@/features/account/components/passkey-setting'
import { PasswordSetting } from '@/features/account/components/password-setting'
import { RecoverySheetSetting } from '@/features/account/components/recovery-sheet-setting'
import { SessionsSetting } from '@/features/account/components/sessions-setting'
import { SettingsPage } from '@/features/account/components/settings-page'
import { SignOutSetting } from '@/features/account/components/sign-out-setting'
import { SignedIn } from '@/features/account/components/signed-in'
import { WaysToPauseSetting } from '@/features/check-in/components/signals/ways-to-pause-setting'
import { InstallSetting } from '@/features/device/components/install-setting'
import { LookSetting } from '@/features/device/components/look-setting'
import { QuickExitSetting } from '@/features/device/components/quick-exit-setting'
import { PartnerSetting } from '@/features/partnership/components/partner-setting'
import { StepBackSetting } from '@/features/partnership/components/step-back-setting'
import { UnlinkSetting } from '@/features/partnership/components/unlink-setting'
import { PushSetting } from '@/features/push/components/push-setting'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('account', 'settings')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account', 'device', 'partnership', 'push', 'signals']}>
      <SignedIn needs="session">
        <SettingsPage
          account={
            <>
              <AboutSetting />
              <PasswordSetting />
              <PasskeySetting />
              <RecoverySheetSetting />
              <SessionsSetting />
            </>
          }
          device={
            <>
              <AutoLockSetting />
              <LockSetting />
              <LookSetting />
              <WaysToPauseSetting />
              <PushSetting />
              <InstallSetting />
              <QuickExitSetting />
              <SignOutSetting />
            </>
          }
          two={
            <>
              <PartnerSetting />
              <StepBackSetting />
              <UnlinkSetting />
            </>
          }
          language={<LanguageSetting />}
        />
      </SignedIn>
    </Messages>
  )
}
