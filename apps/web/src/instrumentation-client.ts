// Next runs this before any of the app's own modules.
import './lib/zod'
import { catchInstallPrompt } from './lib/installation'
import { keepOffline } from './lib/service-worker'

catchInstallPrompt()
keepOffline()
