import { http } from '@turnstone/protocol'
import { mayReachOut, requireReach } from '@/features/partnership/client'
import { problemOf } from '@/lib/errors'
import { call } from '@/lib/http'
import { live } from '@/lib/socket'
import { vault } from '@/vault/client'
import type { Answered } from '@/vault/register-content'
import type { RegisterState } from './store'

/* The register's only door to the network. */

/** Loads the register. Once both are in, this device opens mine by itself: the person has handed it in for that. */
export async function loadRegister(): Promise<RegisterState> {
  try {
    const register = await call(http.register.getRegister)
    return await shown(await withMineOpen(register))
  } catch (thrown) {
    return { kind: 'problem', problem: problemOf(thrown) }
  }
}

async function withMineOpen(register: http.register.Register): Promise<http.register.Register> {
  const { mine, theirs } = register
  if (!mine || !theirs || mine.opened !== null || !(await mayReachOut())) return register
  return call(http.register.openSheet, { body: await vault.register.open({ mine, theirs }) })
}

async function shown({ mine, theirs }: http.register.Register): Promise<RegisterState> {
  if (!mine) return { kind: 'empty' }
  const answers = await vault.register.mine({ mine })
  if (!theirs) return { kind: 'committed', mine: answers }
  if (theirs.opened === null) return { kind: 'opening', mine: answers }
  return { kind: 'open', mine: answers, theirs: await vault.register.theirs({ mine, theirs }) }
}

/** Hands in my sheet, sealed for myself until the other's is in too. */
export async function handIn(answers: readonly Answered[]): Promise<void> {
  await requireReach()
  await call(http.register.commitSheet, { body: await vault.register.commit({ answers }) })
}

/** Takes mine back; when both were in, both begin anew. Needs no key and no reach: it takes something away. */
export async function takeBack(): Promise<void> {
  await call(http.register.takeBackSheet)
}

/** Tells when both are in, when both are open, and when both are gone. */
export const onRegisterChange = (listener: () => void): (() => void) =>
  live.on('poke', ({ noun }) => {
    if (noun === 'agreement') listener()
  })
