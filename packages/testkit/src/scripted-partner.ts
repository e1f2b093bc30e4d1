import { createHash, randomUUID } from 'node:crypto'
import { DEFAULT_RULES, type Rules } from '@turnstone/check-in'
import { agreementStatement, amendmentStatement, http, readyStatement, slipStatement } from '@turnstone/protocol'
import {
  answerInvitation,
  createAccount,
  createInvitation,
  encodeIdentity,
  formatInvitationSecret,
  fromBase64url,
  type Identity,
  joinEpoch,
  type Keyring,
  lineEntryId,
  openAnswer,
  openShared,
  type Partnership,
  parseInvitationSecret,
  parseUuid,
  type Role,
  recordId,
  sign,
  startEpoch,
  toBase64url,
  type Uuid,
  utf8Decode,
} from '@turnstone/vault'
import { HttpCaller } from './http-caller.ts'
import { LiveDevice } from './live-device.ts'
import { ScriptedSealer } from './scripted-sealer.ts'

const uuid = (): Uuid => parseUuid(randomUUID())

/** How a test gets the session cookie: through the pages' cookie issuer, or made with the server's own secret. */
export type IssueCookie = (email: string, authKey: string) => Promise<string>

/** What somebody types to sign in with. */
export interface Credentials {
  readonly email: string
  readonly password: string
}

/** Whom this person agreed to be linked with, as the app keeps it sealed. */
interface Pin {
  readonly partnershipId: string | null
  readonly role: Role
  readonly identity: string
}

/** A whole person without a browser: real keys, real sealing, real messages. */
export class ScriptedPartner {
  readonly name: string
  readonly email: string
  readonly password: string
  /** What is on the recovery sheet. */
  readonly sheet: { readonly accountKey: string; readonly recoveryCode: string }
  readonly http: HttpCaller
  readonly keyring: Keyring
  readonly userId: string
  readonly authKey: string
  readonly recoveryCodeText: string
  readonly #sealer: ScriptedSealer
  #pinsVersion = 0
  #partner: Identity | null = null
  #invitation: Awaited<ReturnType<typeof createInvitation>> | null = null
  partnership: Partnership | null = null

  private constructor(
    name: string,
    { email, password }: Credentials,
    caller: HttpCaller,
    account: Awaited<ReturnType<typeof createAccount>>,
  ) {
    this.name = name
    this.email = email
    this.password = password
    this.sheet = { accountKey: account.accountKeyText, recoveryCode: account.recoveryCodeText }
    this.http = caller
    this.keyring = account.keyring
    this.userId = account.registration.userId
    this.authKey = toBase64url(account.registration.authKey)
    this.recoveryCodeText = account.recoveryCodeText
    this.#sealer = new ScriptedSealer(account.keyring)
  }

  static async signUp(
    baseUrl: string,
    name: string,
    issueCookie: IssueCookie,
    { email = anEmail(name), password = `${name} has a long password` }: Partial<Credentials> = {},
  ): Promise<ScriptedPartner> {
    const account = await createAccount({ name, password })
    const caller = new HttpCaller(baseUrl)
    const partner = new ScriptedPartner(name, { email, password }, caller, account)
    const { registration } = account
    await caller.call(http.account.createAccount, {
      body: {
        userId: registration.userId,
        email,
        seed: toBase64url(registration.seed),
        kdf: { ...registration.kdf, version: 1 },
        authKey: partner.authKey,
        recoveryAuthKey: toBase64url(registration.recoveryAuthKey),
        keys: toBase64url(registration.bundle),
        publicKeys: {
          signing: toBase64url(registration.signingKey),
          encryption: toBase64url(registration.encryptionKey),
        },
        profile: await partner.#sealer.own('profile', 1, { name }),
      },
    })
    caller.cookie = await issueCookie(email, partner.authKey)
    return partner
  }

  async signIn(issueCookie: IssueCookie): Promise<void> {
    this.http.cookie = await issueCookie(this.email, this.authKey)
  }

  /** Ends the session this script has. */
  async signOut(): Promise<void> {
    const { sessions } = await this.http.call(http.session.listSessions, {})
    for (const { sessionId, current } of sessions)
      if (current) await this.http.call(http.session.endSession, { params: { sessionId } })
    this.http.cookie = null
  }

  /** Makes an invitation and returns what goes into the link's fragment. */
  async invite(): Promise<string> {
    this.#invitation = await createInvitation(this.keyring)
    const { secret, lookupId, offer } = this.#invitation
    const text = formatInvitationSecret(secret)
    const kept = await this.#sealer.own('invitation', 1, text)
    await this.http.call(http.invitation.createInvitation, {
      body: { lookupId: toBase64url(lookupId), bundle: toBase64url(offer), kept },
    })
    return text
  }

  async accept(fragment: string, lookupId: string): Promise<void> {
    const secret = parseInvitationSecret(fragment)
    const { bundle } = await this.http.call(http.invitation.openInvitation, { body: { lookupId } })
    const { answer, inviter } = await answerInvitation(this.keyring, { secret, offer: fromBase64url(bundle) })
    this.#partner = inviter
    await this.#pin({ partnershipId: null, role: 'invitee' }, inviter)
    await this.http.call(http.invitation.acceptInvitation, { body: { lookupId, acceptance: toBase64url(answer) } })
  }

  get lookupId(): string {
    if (!this.#invitation) throw new Error(`${this.name} has not invited anybody`)
    return toBase64url(this.#invitation.lookupId)
  }

  async confirm(): Promise<void> {
    const { invitation } = await this.http.call(http.invitation.getMyInvitation, {})
    if (!invitation?.acceptance || !this.#invitation) throw new Error('nobody has accepted')
    const { secret, offer } = this.#invitation
    const partner = await openAnswer(this.keyring, { secret, offer, answer: fromBase64url(invitation.acceptance) })
    const partnershipId = uuid()
    const { grant, partnership } = await startEpoch(this.keyring, { partnershipId, epoch: 1, role: 'inviter', partner })
    await this.#pin({ partnershipId, role: 'inviter' }, partner)
    await this.http.call(http.invitation.confirmInvitation, {
      body: { lookupId: this.lookupId, partnershipId, partnerId: partner.userId, epochKeys: toBase64url(grant) },
    })
    this.#partner = partner
    this.partnership = partnership
  }

  /** The invitee's side of a confirmed link. */
  async join(): Promise<void> {
    const { partnership } = await this.http.call(http.partnership.getPartnership, {})
    const grant = partnership?.epochs[0]?.epochKeys
    if (!partnership || !grant || !this.#partner) throw new Error('not linked yet')
    const expected = {
      partnershipId: parseUuid(partnership.partnershipId),
      epoch: 1,
      role: 'invitee',
      partner: this.#partner,
    } as const
    this.partnership = await joinEpoch(this.keyring, expected, fromBase64url(grant))
    await this.#pin({ partnershipId: partnership.partnershipId, role: 'invitee' }, this.#partner)
  }

  /** Proposes the next version, signed. */
  async propose(rules: Rules = DEFAULT_RULES, ourWord = 'marmalade'): Promise<string> {
    const partnership = this.#linked()
    const { partnershipId } = partnership
    const { current } = await this.http.call(http.agreement.getAgreement, {})
    const version = (current?.version ?? 0) + 1
    const place = { kind: 'words', entryId: partnershipId, version } as const
    const words = await this.#sealer.shared(partnership, place, { word: ourWord })
    const next = { version, previousHash: current?.hash ?? null, rules, words }
    const statement = agreementStatement({ partnershipId, ...next })
    const hash = createHash('sha256').update(statement).digest('base64url')
    const signature = toBase64url(sign(this.keyring, statement))
    await this.http.call(http.agreement.proposeAgreement, {
      body: { ...next, hash, signature, replaces: null },
    })
    return hash
  }

  async signAgreement(): Promise<void> {
    const { proposal } = await this.http.call(http.agreement.getAgreement, {})
    if (!proposal) throw new Error('there is no proposal')
    const statement = agreementStatement({ partnershipId: this.#linked().partnershipId, ...proposal })
    const signature = toBase64url(sign(this.keyring, statement))
    await this.http.call(http.agreement.signAgreement, { body: { hash: proposal.hash, signature } })
  }

  /** Changes the agreement in force alone, in whatever way: what is more than one may, others have to notice. */
  async amend(change: { rules?: Partial<Rules>; words?: object; as?: 'agreement' | 'amendment' }): Promise<void> {
    const partnership = this.#linked()
    const { partnershipId } = partnership
    const { current } = await this.http.call(http.agreement.getAgreement, {})
    if (!current) throw new Error('there is no agreement')
    const version = current.version + 1
    const rules = { ...current.rules, ...change.rules }
    const place = { kind: 'words', entryId: partnershipId, version } as const
    const words = await this.#sealer.shared(partnership, place, change.words ?? { word: 'marmalade' })
    const content = { partnershipId, version, previousHash: current.hash, rules, words }
    const statement = (change.as === 'agreement' ? agreementStatement : amendmentStatement)(content)
    const hash = createHash('sha256').update(statement).digest('base64url')
    const signature = toBase64url(sign(this.keyring, statement))
    const body = { version, previousHash: current.hash, rules, words, hash, signature }
    await this.http.call(http.agreement.amendAgreement, { body })
  }

  checkIn(checkInId?: string): Promise<http.checkIn.CheckInState> {
    return this.http.call(http.checkIn.getCheckIn, checkInId ? { query: { checkInId } } : {})
  }

  /** A device of mine, connected. */
  async openDevice(transport?: 'websocket' | 'polling'): Promise<LiveDevice> {
    if (!this.http.cookie) throw new Error(`${this.name} is not signed in`)
    const device = new LiveDevice(this.http.baseUrl, this.http.cookie, transport)
    await device.connected()
    return device
  }

  /** What a `ready` carries for this look at this freeze. */
  async readySignature(checkInId: string, freezeEpoch: number, rung = 0): Promise<string> {
    const { agreementHash, partnershipId } = await this.checkIn(checkInId)
    const statement = readyStatement({ partnershipId, checkInId, freezeEpoch, rung, agreementHash })
    return toBase64url(sign(this.keyring, statement))
  }

  /** What a `slip` carries for this freeze. */
  async slipSignature(checkInId: string, freezeEpoch: number): Promise<string> {
    const { agreementHash, partnershipId } = await this.checkIn(checkInId)
    return this.signed(slipStatement({ partnershipId, checkInId, freezeEpoch, agreementHash }))
  }

  /** My signature under any statement, also a false one. */
  signed(statement: Uint8Array<ArrayBuffer>): string {
    return toBase64url(sign(this.keyring, statement))
  }

  sealUtterance(checkInId: string, utteranceId: string, text: string): Promise<string> {
    return this.#sealer.live(this.#linked(), checkInId, { kind: 'utterance', entryId: utteranceId }, text)
  }

  async openUtterance(
    checkInId: string,
    { utteranceId, envelope }: { utteranceId: string; envelope: string },
    authorId: string,
  ): Promise<string> {
    const expected = {
      kind: 'utterance',
      checkInId: parseUuid(checkInId),
      entryId: parseUuid(utteranceId),
      entryVersion: 1,
      authorId: parseUuid(authorId),
      deviceId: 'any',
      deviceCounter: 'any',
    } as const
    return utf8Decode((await openShared(this.#linked(), expected, fromBase64url(envelope))).content)
  }

  async savePage(text: string, writtenAtMs = Date.now()): Promise<string> {
    const entryId = uuid()
    const envelope = await this.#sealer.private({ kind: 'page', entryId }, { text, writtenAtMs })
    await this.#saveEntry(entryId, { room: 'drawer', envelope })
    return entryId
  }

  /** Puts something of mine into the living room: what is inside, as the app writes it. */
  async share(
    shared: { readonly sort: string; readonly text: string; readonly [more: string]: unknown },
    entryId: string = uuid(),
  ): Promise<void> {
    const envelope = await this.#sealer.shared(this.#linked(), { kind: 'shared', entryId }, shared)
    await this.#saveEntry(entryId, { room: 'living', envelope })
  }

  /** Keeps a line that the other one offered. */
  async keepLine(line: { lineId: string; checkInId: string; text: string; savedAtMs: number }): Promise<void> {
    const partnership = this.#linked()
    const entryId = await lineEntryId(partnership, parseUuid(line.lineId))
    await this.share({ sort: 'line', offeredBy: partnership.partner.userId, ...line }, entryId)
  }

  async keepJottings(jottings: readonly object[]): Promise<void> {
    const sealed = await this.#sealer.own('jottings', 1, jottings)
    await this.http.call(http.account.putSealed, { params: { kind: 'jottings' }, body: { version: 1, sealed } })
  }

  /** The id both partners' devices give the record of this check-in. */
  recordId(checkInId: string): Promise<string> {
    return recordId(this.#linked(), parseUuid(checkInId))
  }

  async saveRecord(checkInId: string, entryId: string, content: unknown): Promise<void> {
    const envelope = await this.#sealer.shared(this.#linked(), { kind: 'record', entryId }, content)
    await this.#saveEntry(entryId, { room: 'living', envelope, checkInId })
  }

  async #saveEntry(entryId: string, entry: { room: 'drawer' | 'living'; envelope: string; checkInId?: string }) {
    const body = { mutationId: randomUUID(), ...entry }
    await this.http.call(http.journal.saveEntry, { params: { entryId }, body })
  }

  #linked(): Partnership {
    if (!this.partnership) throw new Error(`${this.name} is not linked`)
    return this.partnership
  }

  /** Remembers who this is, in place of who it was until now: one link at a time is all a script needs. */
  async #pin(where: Omit<Pin, 'identity'>, identity: Identity): Promise<void> {
    this.#pinsVersion += 1
    const version = this.#pinsVersion
    const pin: Pin = { ...where, identity: toBase64url(encodeIdentity(identity)) }
    const sealed = await this.#sealer.own('pins', version, [pin])
    await this.http.call(http.account.putSealed, {
      params: { kind: 'pins' },
      body: { version, sealed },
    })
  }
}

const anEmail = (name: string) => `${name.toLowerCase()}.${randomUUID().slice(0, 8)}@example.org`

/** One invites, the other accepts, the first confirms. */
export async function link(inviter: ScriptedPartner, invited: ScriptedPartner): Promise<void> {
  const fragment = await inviter.invite()
  await invited.accept(fragment, inviter.lookupId)
  await inviter.confirm()
  await invited.join()
}

/** Two people who have linked and signed an agreement. Ana invited and sits in seat a. */
export async function linkedCouple(
  baseUrl: string,
  issueCookie: IssueCookie,
  rules?: Rules,
): Promise<{ ana: ScriptedPartner; ben: ScriptedPartner }> {
  const ana = await ScriptedPartner.signUp(baseUrl, 'Ana', issueCookie)
  const ben = await ScriptedPartner.signUp(baseUrl, 'Ben', issueCookie)
  await link(ana, ben)
  await ana.propose(rules)
  await ben.signAgreement()
  return { ana, ben }
}
