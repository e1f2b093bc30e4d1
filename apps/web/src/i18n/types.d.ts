import type account from '../messages/en/account.json'
import type agreement from '../messages/en/agreement.json'
import type calm from '../messages/en/calm.json'
import type checkIn from '../messages/en/check-in.json'
import type closing from '../messages/en/closing.json'
import type common from '../messages/en/common.json'
import type device from '../messages/en/device.json'
import type errors from '../messages/en/errors.json'
import type help from '../messages/en/help.json'
import type home from '../messages/en/home.json'
import type jottings from '../messages/en/jottings.json'
import type journal from '../messages/en/journal.json'
import type kit from '../messages/en/kit.json'
import type partnership from '../messages/en/partnership.json'
import type push from '../messages/en/push.json'
import type register from '../messages/en/register.json'
import type signals from '../messages/en/signals.json'
import type table from '../messages/en/table.json'
import type watch from '../messages/en/watch.json'
import type { Locale as OurLocale } from './locales'

declare module 'next-intl' {
  interface AppConfig {
    Locale: OurLocale
    Messages: {
      account: typeof account
      agreement: typeof agreement
      register: typeof register
      calm: typeof calm
      'check-in': typeof checkIn
      closing: typeof closing
      common: typeof common
      device: typeof device
      errors: typeof errors
      help: typeof help
      home: typeof home
      journal: typeof journal
      jottings: typeof jottings
      kit: typeof kit
      partnership: typeof partnership
      push: typeof push
      table: typeof table
      watch: typeof watch
      signals: typeof signals
    }
  }
}
