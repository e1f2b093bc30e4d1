import { createHash, randomUUID } from 'node:crypto'
import { DEFAULT_RULES, type Rules } from '@turnstone/check-in'
import { agreementStatement, http, readyStatement } from '@turnstone/protocol'
import {
  answerInvitation,
  createAccount,
  createInvitation,
  formatInvitationSecret,
  fromBase64url,
  type Identity,
  joinEpoch,
  type Keyring,
  openAnswer,
  openShared,
  type Partnership,
  parseInvitationSecret,
  parseUuid,
  recordId,
  sealPrivate,
  sealShared,
  sign,
  startEpoch,
  toBase64url,
  type Uuid,
  utf8Decode,
  utf8Encode,
} from '@turnstone/vault'
import { HttpCaller } from './http-caller.ts'
import { LiveDevice } from './live-device.ts'

const base64url = (bytes: Uint8Array) => toBase64url(new Uint8Array(bytes))
const uuid = (): Uuid => parseUuid(randomUUID())

/** How a test gets the session cookie: through the pages' cookie issuer, or made with the server's own secret. */
export type IssueCookie = (email: string, authKey: string) => Promise<string>

/** A whole person without a browser: real keys, real sealing, real messages. */
export class ScriptedPartner {
  readonly name: string
  readonly email: string
  readonly http: HttpCaller
  readonly keyring: Keyring
  readonly userId: string
  readonly authKey: string
  #deviceId = uuid()
  #counter = 0
  #partner: Identity | null = null
  #invitation: Awaited<ReturnType<typeof createInvitation>> | null = null
  partnership: Partnership | null = null

  private constructor(
    name: string,
    email: string,
    caller: HttpCaller,
    account: Awaited<ReturnType<typeof createAccount>>,
  ) {
    this.name = name
    this.email = email
    this.http = caller
    this.keyring = account.keyring
    this.userId = account.registration.userId
    this.authKey = base64url(account.registration.authKey)
  }

  static async signUp(baseUrl: string, name: string, issueCookie: IssueCookie): Promise<ScriptedPartner> {
    const account = await createAccount({ name, password: `${name} has a long password` })
    const email = `${name.toLowerCase()}.${randomUUID().slice(0, 8)}@example.org`
    const caller = new HttpCaller(baseUrl)
    const partner = new ScriptedPartner(name, email, caller, account)
    const { registration } = account
    await caller.call(http.account.createAccount, {
      body: {
        userId: registration.userId,
        email,
        seed: base64url(registration.seed),
        kdf: { ...registration.kdf, version: 1 },
        authKey: partner.authKey,
        recoveryAuthKey: base64url(registration.recoveryAuthKey),
        keys: base64url(registration.bundle),
        publicKeys: { signing: base64url(registration.signingKey), encryption: base64url(registration.encryptionKey) },
        profile: base64url(await partner.#sealForMyself('profile', name)),
      },
    })
    caller.cookie = await issueCookie(email, partner.authKey)
    return partner
  }

  /** Makes an invitation and returns what goes into the link's fragment. */
  async invite(): Promise<string> {
    this.#invitation = await createInvitation(this.keyring)
    const { secret, lookupId, offer } = this.#invitation
    const kept = await this.#sealForMyself('invitation', formatInvitationSecret(secret))
    await this.http.call(http.invitation.createInvitation, {
      body: { lookupId: base64url(lookupId), bundle: base64url(offer), kept: base64url(kept) },
    })
    return formatInvitationSecret(secret)
  }

  async accept(fragment: string, lookupId: string): Promise<void> {
    const secret = parseInvitationSecret(fragment)
    const { bundle } = await this.http.call(http.invitation.openInvitation, { body: { lookupId } })
    const { answer, inviter } = await answerInvitation(this.keyring, { secret, offer: fromBase64url(bundle) })
    this.#partner = inviter
    await this.http.call(http.invitation.acceptInvitation, { body: { lookupId, acceptance: base64url(answer) } })
  }

  get lookupId(): string {
    if (!this.#invitation) throw new Error(`${this.name} has not invited anybody`)
    return base64url(this.#invitation.lookupId)
  }

  async confirm(): Promise<void> {
    const { invitation } = await this.http.call(http.invitation.getMyInvitation, {})
    if (!invitation?.acceptance || !this.#invitation) throw new Error('nobody has accepted')
    const { secret, offer } = this.#invitation
    const partner = await openAnswer(this.keyring, { secret, offer, answer: fromBase64url(invitation.acceptance) })
    const partnershipId = uuid()
    const { grant, partnership } = await startEpoch(this.keyring, { partnershipId, epoch: 1, role: 'inviter', partner })
    await this.http.call(http.invitation.confirmInvitation, {
      body: { lookupId: this.lookupId, partnershipId, partnerId: partner.userId, epochKeys: base64url(grant) },
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
  }

  /** Proposes version 1, signed. */
  async propose(rules: Rules = DEFAULT_RULES, ourWord = 'marmalade'): Promise<string> {
    const partnership = this.#linked()
    const words = base64url(await this.#sealShared({ kind: 'words' }, uuid(), ourWord))
    const statement = agreementStatement({
      partnershipId: partnership.partnershipId,
      version: 1,
      previousHash: null,
      rules,
      words,
    })
    const hash = createHash('sha256').update(statement).digest('base64url')
    const signature = base64url(sign(this.keyring, statement))
    await this.http.call(http.agreement.proposeAgreement, {
      body: { version: 1, previousHash: null, rules, words, hash, signature, replaces: null },
    })
    return hash
  }

  async signAgreement(): Promise<void> {
    const { proposal } = await this.http.call(http.agreement.getAgreement, {})
    if (!proposal) throw new Error('there is no proposal')
    const statement = agreementStatement({ partnershipId: this.#linked().partnershipId, ...proposal })
    const signature = base64url(sign(this.keyring, statement))
    await this.http.call(http.agreement.signAgreement, { body: { hash: proposal.hash, signature } })
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

  /** What a `ready` carries for this freeze. */
  async readySignature(checkInId: string, freezeEpoch: number): Promise<string> {
    const { agreementHash, partnershipId } = await this.checkIn(checkInId)
    return base64url(sign(this.keyring, readyStatement({ partnershipId, checkInId, freezeEpoch, agreementHash })))
  }

  async sealUtterance(checkInId: string, utteranceId: string, text: string): Promise<string> {
    return base64url(
      await this.#sealShared({ kind: 'utterance', checkInId: parseUuid(checkInId) }, parseUuid(utteranceId), text),
    )
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

  async savePage(text: string): Promise<string> {
    const entryId = uuid()
    const envelope = base64url(await this.#sealForMyself('page', text, entryId))
    await this.http.call(http.journal.saveEntry, {
      params: { entryId },
      body: { mutationId: randomUUID(), room: 'drawer', envelope },
    })
    return entryId
  }

  /** The id both partners' devices give the record of this check-in. */
  recordId(checkInId: string): Promise<string> {
    return recordId(this.#linked(), parseUuid(checkInId))
  }

  async saveRecord(checkInId: string, entryId: string, text: string): Promise<void> {
    const envelope = base64url(
      await this.#sealShared({ kind: 'record', previousHash: 'first' }, parseUuid(entryId), text),
    )
    await this.http.call(http.journal.saveEntry, {
      params: { entryId },
      body: { mutationId: randomUUID(), room: 'living', envelope, checkInId },
    })
  }

  #linked(): Partnership {
    if (!this.partnership) throw new Error(`${this.name} is not linked`)
    return this.partnership
  }

  #sealForMyself(kind: 'profile' | 'invitation' | 'page', text: string, entryId: Uuid = uuid()) {
    const place = { kind, entryId, entryVersion: 1, deviceId: this.#deviceId, deviceCounter: ++this.#counter }
    return sealPrivate(this.keyring, place, utf8Encode(text))
  }

  async #sealShared(
    what: { kind: 'words' } | { kind: 'record'; previousHash: 'first' } | { kind: 'utterance'; checkInId: Uuid },
    entryId: Uuid,
    text: string,
  ) {
    const place = { entryId, entryVersion: 1, deviceId: this.#deviceId, deviceCounter: ++this.#counter }
    const shared = what.kind === 'words' ? { ...what, ...place, previousHash: 'first' as const } : { ...what, ...place }
    return (await sealShared(this.keyring, this.#linked(), shared, utf8Encode(text))).bytes
  }
}

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
