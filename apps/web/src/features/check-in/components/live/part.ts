import type { PhraseMatcher } from '@turnstone/check-in'
import type { OtherName } from '../../names'
import type { CheckInActions, LiveView, Verb } from '../../view'
import type { OnUnshared, Unshared } from './unshared'

/** What every part of a live screen is given. */
export interface Part {
  readonly live: LiveView
  readonly other: OtherName
  readonly unshared: Unshared
  readonly onUnshared: OnUnshared
  readonly ourWord: PhraseMatcher
  readonly actions: CheckInActions
  /** Ties a field to its button, which stands apart from it. */
  readonly formId: string
}

/** In a written check-in everybody has a field; else whoever asks for one. */
export const writes = ({ live, unshared }: Part): boolean =>
  live.vault === 'open' && (live.way === 'written' || unshared.writes !== 'no')

/** Set from the press on "write it instead" until the field is there and has the focus. */
export const whenOpened = ({ unshared, onUnshared }: Part): (() => void) | undefined =>
  unshared.writes === 'now' ? () => onUnshared({ writes: 'yes' }) : undefined

export const waits = ({ live }: Part): boolean => live.held !== 'no'

export const isSending = ({ live: { doing } }: Part, what: Verb): boolean =>
  doing?.what === what && doing.state === 'sending'
