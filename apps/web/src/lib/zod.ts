import * as z from 'zod'

// The page may not make code at run time (CSP), so zod must not try.
z.config({ jitless: true })
