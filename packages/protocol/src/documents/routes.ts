import type { Route } from '../http/contract.ts'
import * as nouns from '../http/nouns.ts'

const isRoute = (value: object): value is Route => 'path' in value && 'auth' in value

/** Every HTTP route there is. */
export const ROUTES: readonly Route[] = Object.values(nouns).flatMap((noun) =>
  Object.values<object>(noun).filter(isRoute),
)
