import * as z from 'zod/v4/core'

// The page may not make code at run time (CSP), so zod must not try. Schemas ask when they are made: this comes first.
z.config({ jitless: true })
