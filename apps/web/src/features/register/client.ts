'use client'

import { http } from '@turnstone/protocol'
import { useEffect, useState } from 'react'
import { mayReachOut, requireReach } from '@/features/partnership/client'
import { problemOf } from '@/lib/errors'
import { call } from '@/lib/http'
import { live } from '@/lib/socket'
import { vault } from '@/vault/client'
import type { Answered } from '@/vault/register-content'
import { type RegisterState, type Steering, steeringOf } from './store'

export { useTopicName } from './use-topic-name'

/* The register's only door to the network. */

/**
 * What may be offered in a check-in; null until it is known. It only reads: no sheet is opened by a look at a check-in,
 * and the look is the same whether there are sheets or not.
 */
export function useSteering(): Steering | null {
  const [steering, setSteering] = useState<Steering | null>(null)
  useEffect(() => {
    let here = true
    const look = async () => {
      const seen = steeringOf(await readRegister())
      if (here) setSteering(seen)
    }
    void look()
    const stopListening = onRegisterChange(() => void look())
    return () => {
      here = false
      stopListening()
    }
  }, [])
  return steering
}

async function readRegister(): Promise<RegisterState> {
  try {
    return await shown(await call(http.register.getRegister))
  } catch (thrown) {
    return { kind: 'problem', problem: problemOf(thrown) }
  }
}

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
