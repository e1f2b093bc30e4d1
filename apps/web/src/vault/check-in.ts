import type { ResumeProof, Seat } from '@turnstone/check-in'
import { readyStatement, slipStatement } from '@turnstone/protocol'
import {
  fromBase64url,
  type LivePlace,
  openShared,
  parseUuid,
  sealShared,
  sign,
  toBase64url,
  utf8Decode,
  utf8Encode,
  VaultError,
  verify,
} from '@turnstone/vault'
import { inOrder } from './device'
import { theKeyring, thePartnership } from './session'

/** Why somebody pressed pause. Sealed at constant size, so that the server cannot tell one from the other. */
export type PauseReason = 'pause' | 'word'

interface Freeze {
  readonly checkInId: string
  readonly freezeEpoch: number
  readonly agreementHash: string
}

interface Ready extends Freeze {
  readonly rung: number
}

interface Resume extends Ready {
  readonly of: ResumeProof['of']
  readonly seat: Seat
  readonly signatures: ResumeProof['signatures']
}

/* There is no order among live pieces but the server's `seq`, and nothing of them is kept. */
const LIVE_VERSION = 1

export const checkIn = {
  /** A piece of my turn. Its turn is its version, so that a piece cannot be moved to another turn. */
  async sealUtterance(of: {
    checkInId: string
    utteranceId: string
    turn: number
    text: string
  }): Promise<{ envelope: string }> {
    const place = { kind: 'utterance', entryId: parseUuid(of.utteranceId), entryVersion: of.turn } as const
    return { envelope: await sealLive(of.checkInId, place, of.text) }
  },

  async openUtterance(of: {
    checkInId: string
    utteranceId: string
    turn: number
    by: 'me' | 'them'
    envelope: string
  }): Promise<{ text: string }> {
    const partnership = thePartnership()
    const { content } = await openShared(
      partnership,
      {
        kind: 'utterance',
        checkInId: parseUuid(of.checkInId),
        entryId: parseUuid(of.utteranceId),
        entryVersion: of.turn,
        authorId: (of.by === 'me' ? partnership.me : partnership.partner).userId,
        deviceId: 'any',
        deviceCounter: 'any',
      },
      fromBase64url(of.envelope),
    )
    return { text: utf8Decode(content) }
  },

  /** Both reasons, sealed before anybody needs one: a press waits for nothing. */
  async sealReasons({ checkInId }: { checkInId: string }): Promise<Record<PauseReason, string>> {
    return { pause: await sealReason(checkInId, 'pause'), word: await sealReason(checkInId, 'word') }
  },

  /** Either partner may have sealed it; who it was is not said (law 6). */
  async openReason({ checkInId, envelope }: { checkInId: string; envelope: string }): Promise<{ reason: PauseReason }> {
    const partnership = thePartnership()
    const bytes = fromBase64url(envelope)
    for (const { userId } of [partnership.me, partnership.partner]) {
      try {
        const { content } = await openShared(
          partnership,
          {
            kind: 'reason',
            checkInId: parseUuid(checkInId),
            entryId: parseUuid(checkInId),
            entryVersion: LIVE_VERSION,
            authorId: userId,
            deviceId: 'any',
            deviceCounter: 'any',
          },
          bytes,
        )
        return { reason: utf8Decode(content) === 'word' ? 'word' : 'pause' }
      } catch (thrown) {
        const otherAuthor =
          thrown instanceof VaultError && thrown.code === 'envelope_mismatch' && thrown.field === 'authorId'
        if (!otherAuthor) throw thrown
      }
    }
    throw new VaultError('envelope_forged', 'authorId')
  },

  /** "I can go on", for this look at this freeze of this check-in under this agreement, and for nothing else (I4). */
  async signReady(of: Ready): Promise<{ signature: string }> {
    return { signature: toBase64url(sign(theKeyring(), statementOf(of))) }
  },

  /** "This pause was a slip": lifts it without its break, together with the other one's, and nothing else (DV14). */
  async signSlip(of: Freeze): Promise<{ signature: string }> {
    return { signature: toBase64url(sign(theKeyring(), slipOf(of))) }
  },

  /** Whether both partners signed this resume, or this slip, with the keys this device pinned. */
  async verifyResume(of: Resume): Promise<boolean> {
    const { me, partner } = thePartnership()
    const statement = of.of === 'slip' ? slipOf(of) : statementOf(of)
    try {
      for (const seat of ['a', 'b'] as const) {
        const { signingKey } = seat === of.seat ? me : partner
        verify(signingKey, statement, fromBase64url(of.signatures[seat]))
      }
      return true
    } catch (thrown) {
      if (thrown instanceof VaultError) return false
      throw thrown
    }
  },
}

function statementOf({ checkInId, freezeEpoch, rung, agreementHash }: Ready) {
  return readyStatement({ partnershipId: thePartnership().partnershipId, checkInId, freezeEpoch, rung, agreementHash })
}

function slipOf({ checkInId, freezeEpoch, agreementHash }: Freeze) {
  return slipStatement({ partnershipId: thePartnership().partnershipId, checkInId, freezeEpoch, agreementHash })
}

const sealReason = (checkInId: string, reason: PauseReason) =>
  sealLive(checkInId, { kind: 'reason', entryId: parseUuid(checkInId), entryVersion: LIVE_VERSION }, reason)

type LiveEntry = Pick<LivePlace, 'kind' | 'entryId' | 'entryVersion'>

async function sealLive(checkInId: string, entry: LiveEntry, text: string): Promise<string> {
  const bytes = await inOrder(async ({ deviceId, deviceCounter }) => {
    const place = { ...entry, checkInId: parseUuid(checkInId), deviceId, deviceCounter }
    return { value: (await sealShared(theKeyring(), thePartnership(), place, utf8Encode(text))).bytes }
  })
  return toBase64url(bytes)
}
