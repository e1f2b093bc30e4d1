// Next runs this before any of the app's own modules.
import './lib/zod'
