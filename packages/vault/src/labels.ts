/**
 * Every label the vault derives, authenticates or signs under. They share a namespace that `sign` refuses to outsiders,
 * so a label added here later is reserved from the start.
 */
export const VAULT_NAMESPACE = 'turnstone/vault/'

export const LABEL = {
  passwordSalt: 'turnstone/vault/v1/password-salt',
  auth: 'turnstone/vault/v1/auth',
  kek: 'turnstone/vault/v1/kek',
  recoveryAuth: 'turnstone/vault/v1/recovery-auth',
  recoverySlot: 'turnstone/vault/v1/recovery-slot',
  passkeyPrf: 'turnstone/vault/v1/passkey-prf',
  passkeySlot: 'turnstone/vault/v1/passkey-slot',
  passkeyId: 'turnstone/vault/v1/passkey-id',
  slotRecipient: 'turnstone/vault/v1/slot-recipient',
  slotAnchor: 'turnstone/vault/v1/slot-anchor',
  slotWrap: 'turnstone/vault/v1/slot-wrap',
  accountKeys: 'turnstone/vault/v1/account-keys',
  account: 'turnstone/vault/v1/account',
  deviceKeyring: 'turnstone/vault/v1/device-keyring',
  deviceAccountKey: 'turnstone/vault/v1/device-account-key',
  invitationId: 'turnstone/vault/v1/invitation-id',
  invitationOffer: 'turnstone/vault/v1/invitation-offer',
  invitationAnswer: 'turnstone/vault/v1/invitation-answer',
  invitationHash: 'turnstone/vault/v1/invitation-hash',
  epoch: 'turnstone/vault/v1/epoch',
  epochWrap: 'turnstone/vault/v1/epoch-wrap',
  epochCheck: 'turnstone/vault/v1/epoch-check',
  safetyNumber: 'turnstone/vault/v1/safety-number',
  safetyPhrase: 'turnstone/vault/v1/safety-phrase',
  envelope: 'turnstone/vault/v1/envelope',
  envelopeHash: 'turnstone/vault/v1/envelope-hash',
  live: 'turnstone/vault/v1/live',
  recordId: 'turnstone/vault/v1/record-id',
  keptId: 'turnstone/vault/v1/kept-id',
  lineId: 'turnstone/vault/v1/line-id',
} as const

export type Label = (typeof LABEL)[keyof typeof LABEL]
