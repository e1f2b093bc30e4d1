import { expect, test } from 'vitest'
import { deviceStep, newCheckIn, newDevice, type PartnerCommand, type Plan, screenOf, viewOf } from '../src/index.ts'
import { at, eventTypes, Hand, leftOf, outcomeOf, PLAN, REPAIR, RULES, SAID_BACK, YES } from './support.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const NOTHING_MORE: PartnerCommand = { type: 'nothingMore' }
const END: PartnerCommand = { type: 'end' }

const offered = (breatherMs: number | null): Plan => ({ ...REPAIR, repair: { by: 'a', breatherMs, done: 0 } })

/** Offered by `a` where `b` would begin, and opened: in the breather. */
const breathing = (breatherMs = DAY_MS): Hand => new Hand(RULES, 'b', offered(breatherMs)).opened({ zone: 'UTC' })

/** Past the breather, in the first turn. */
const talking = (): Hand => breathing().resumed().breathed()

/** The check-in after one that ended so. */
function after(hand: Hand): Hand {
  const next = new Hand(RULES, 'b', PLAN)
  next.checkIn = newCheckIn({ rules: RULES, starter: 'b', plan: PLAN, talk: hand.checkIn.room.talk })
  next.nowMs = hand.nowMs
  next.presence(true, true)
  return next
}

test('[RT1] whoever takes responsibility offers it, and nobody for the other', () => {
  const hand = new Hand(RULES, 'b')
  expect(outcomeOf(hand.do('b', { type: 'choose', plan: REPAIR }))).toBe('no_talk')
  expect(eventTypes(hand.do('a', { type: 'choose', plan: REPAIR }))).toEqual(['planned'])
  expect(viewOf(hand.checkIn, at(0)).plan.repair).toEqual({ by: 'a', breatherMs: DAY_MS, done: 0 })
  expect(hand.do('b', { type: 'notToday' }).events).toEqual([])
})

test('[RT1] another breather, or the other’s own offer, is another plan and asks again', () => {
  const hand = new Hand(RULES, 'b', REPAIR)
  hand.do('b', YES)
  expect(eventTypes(hand.do('a', { type: 'choose', plan: REPAIR }))).toEqual([])
  expect(hand.checkIn.quiet.willing.b).not.toBeNull()
  expect(eventTypes(hand.do('a', { type: 'choose', plan: offered(HOUR_MS) }))).toEqual(['planned'])
  expect(hand.checkIn.quiet.willing.b).toBeNull()
  const mine: Plan = { ...REPAIR, repair: { by: 'b', breatherMs: HOUR_MS, done: 0 } }
  expect(eventTypes(hand.do('b', { type: 'choose', plan: mine }))).toEqual(['planned'])
})

test('[RT2] whoever offers begins, whoever’s turn it was; and then it is whose it was', () => {
  const hand = talking()
  expect(hand.floor).toMatchObject({ kind: 'turn', holder: 'a', turn: 1 })
  expect(hand.checkIn.room.starter).toBe('b')
  const holders: string[] = []
  while (hand.floor.kind !== 'closing') {
    if ('holder' in hand.floor) holders.push(hand.floor.holder)
    hand.passed()
  }
  expect(holders.join('')).toBe('abaaba')
  const changed = new Hand(RULES, 'b', REPAIR)
  changed.do('a', { type: 'choose', plan: SAID_BACK })
  expect(changed.inTurn().floor).toMatchObject({ holder: 'b' })
})

test('[RT3] both yeses bring the breather: frozen for both, the first turn untouched', () => {
  const hand = new Hand(RULES, 'b', offered(DAY_MS))
  hand.do('a', { ...YES, zone: 'UTC' })
  const step = hand.do('b', { ...YES, zone: 'UTC' })
  expect([outcomeOf(step), ...eventTypes(step)]).toEqual(['kept', 'opened', 'frozen'])
  expect(step.events[0]?.event).toEqual({ type: 'opened', starter: 'a' })
  expect(viewOf(hand.checkIn, at(0))).toMatchObject({
    turns: 0,
    freezeEpoch: 1,
    phase: {
      kind: 'frozen',
      breatherMs: DAY_MS,
      cooldownLeftMs: RULES.cooldownMs,
      rung: 0,
      interrupted: { kind: 'floor', floor: { kind: 'breath', next: 'a', turn: 1, leftMs: RULES.breathMs } },
    },
  })
})

test('[RT3] it waits as long as both agreed to, by day, and both may begin sooner', () => {
  const hand = breathing(3 * DAY_MS)
  // That evening at 22:13 by their clocks: the third evening’s morning after.
  const askedAtMs = Date.UTC(2023, 10, 18, 9)
  expect(hand.phase).toMatchObject({ look: 'asks', returnAtMs: askedAtMs })
  hand.after(2 * DAY_MS).tick()
  expect(hand.phase).toMatchObject({ kind: 'frozen', rung: 0, returnAtMs: askedAtMs })
  expect(hand.resumed().phase).toMatchObject({ kind: 'running', floor: { kind: 'breath', turn: 1 } })
})

test('[RT3] a breather shorter than the break is over when it is over, on the device too', () => {
  const rules = { ...RULES, cooldownMs: 20 * MINUTE_MS }
  const hand = new Hand(rules, 'a', offered(5 * MINUTE_MS))
  const waiting = viewOf(hand.checkIn, at(0))
  hand.opened()
  let { device } = deviceStep(newDevice(), { type: 'gotSnapshot', snapshot: waiting, proof: 'absent' }, 0)
  const snapshot = viewOf(hand.checkIn, at(0))
  device = deviceStep(device, { type: 'gotSnapshot', snapshot, proof: 'absent' }, 0).device
  expect(screenOf(device, 0)).toMatchObject({
    kind: 'frozen',
    breatherMs: 5 * MINUTE_MS,
    cooldownLeftMs: 5 * MINUTE_MS,
  })
  hand.after(5 * MINUTE_MS)
  expect(outcomeOf(hand.do('a', { type: 'ready', freezeEpoch: 1, rung: 0, signature: 's' }))).toBe('kept')
})

test('[RT3] a pause in it leaves the breather as it was, and one after it is an ordinary pause', () => {
  const hand = breathing()
  const before = hand.phase
  hand.after(HOUR_MS).paused('b')
  expect(hand.phase).toEqual({ ...before, freezeEpoch: 2 })
  expect(hand.resumed().paused().phase).toMatchObject({ breatherMs: null, cooldownMs: RULES.cooldownMs })
})

test('[RT3] nobody takes a breather with one yes, or for another plan', () => {
  const hand = new Hand(RULES, 'a', REPAIR)
  hand.do('a', YES)
  expect(hand.phase.kind).toBe('waiting')
  hand.do('b', { type: 'choose', plan: PLAN })
  expect(hand.opened().phase.kind).toBe('running')
})

test('[RT4] a pause in it is looked at day by day for a week, and then set down', () => {
  const hand = talking().paused()
  const pausedAtMs = hand.nowMs
  const looks: number[] = []
  while (hand.phase.kind === 'frozen' && looks.length < 20) {
    if (hand.phase.look === 'asks') looks.push(hand.phase.returnAtMs - at(pausedAtMs).wallMs)
    hand.after(hand.phase.returnAtMs + 10 * MINUTE_MS - at(hand.nowMs).wallMs).tick()
  }
  expect(hand.phase).toMatchObject({ kind: 'ended', setDown: true })
  expect(looks.length).toBeGreaterThan(7)
  expect(Math.max(...looks)).toBeGreaterThan(6 * DAY_MS)
  expect(Math.max(...looks)).toBeLessThanOrEqual(7 * DAY_MS)
})

test('[RT4] a breather of a week has its looks after it', () => {
  const hand = breathing(7 * DAY_MS)
  const firstAtMs = hand.phase.kind === 'frozen' ? hand.phase.returnAtMs : 0
  hand.after(firstAtMs + 20 * MINUTE_MS - at(hand.nowMs).wallMs).tick()
  expect(hand.phase).toMatchObject({ kind: 'frozen', rung: 1, look: 'asks' })
  hand.after(6 * DAY_MS).tick()
  expect(hand.phase.kind).toBe('frozen')
  hand.after(2 * DAY_MS).tick()
  expect(hand.phase).toMatchObject({ kind: 'ended', setDown: true })
})

test('[RT5] the other one may want nothing more, anywhere in it, and it is closed', () => {
  const places = [
    breathing,
    () => breathing().resumed(),
    talking,
    () => talking().after(RULES.turnMs),
    () => talking().passed(),
    () => talking().does('b', { type: 'oneMinute' }),
    () => talking().paused(),
    () => talking().paused().comingBack(),
    () => talking().closing(),
  ]
  for (const make of places) {
    const offers = make()
    expect(outcomeOf(offers.do('a', NOTHING_MORE))).toBe('no_talk')
    const step = offers.do('b', NOTHING_MORE)
    expect([outcomeOf(step), ...eventTypes(step)]).toEqual(['committed', 'ended'])
    expect(offers.phase).toMatchObject({ kind: 'ended', setDown: false })
    expect(offers.checkIn.room.talk).toEqual({ kind: 'closed', by: 'b' })
    expect(outcomeOf(offers.do('b', NOTHING_MORE))).toBe('ended')
  }
})

test('[RT5] it is not for what has not begun, and not for what is no such talk', () => {
  expect(outcomeOf(new Hand(RULES, 'a', REPAIR).do('b', NOTHING_MORE))).toBe('no_talk')
  for (const by of ['a', 'b'] as const) expect(outcomeOf(new Hand().inTurn().do(by, NOTHING_MORE))).toBe('no_talk')
})

test('[RT5] what was left can be closed before anybody goes on with it, by the other one alone', () => {
  const hand = after(talking().passed().does('a', END))
  expect(outcomeOf(hand.do('a', NOTHING_MORE))).toBe('no_talk')
  expect(outcomeOf(hand.do('b', NOTHING_MORE))).toBe('committed')
  expect(hand.checkIn.room).toMatchObject({ phase: { kind: 'ended' }, talk: { kind: 'closed', by: 'b' } })
})

test('[RT6] what ends in the middle can be gone on with, at the turn where it stopped', () => {
  const hand = after(talking().passed().passed().does('b', END))
  expect(hand.checkIn.room.talk).toEqual({ kind: 'left', by: 'a', turns: 2 })
  expect(outcomeOf(hand.do('b', { type: 'choose', plan: leftOf(1) }))).toBe('no_talk')
  expect(outcomeOf(hand.do('a', { type: 'choose', plan: leftOf(3) }))).toBe('no_talk')
  expect(eventTypes(hand.do('b', { type: 'choose', plan: leftOf(2) }))).toEqual(['planned'])
  expect(eventTypes(hand.opened().tick())).toEqual([])
  expect(hand.floor).toMatchObject({ kind: 'breath', next: 'a', turn: 1 })
  hand.breathed().passed().does('a', END)
  expect(hand.checkIn.room.talk).toEqual({ kind: 'left', by: 'a', turns: 3 })
})

test('[RT6] a turn under way is not over, and before the first nothing is left', () => {
  expect(talking().does('a', END).checkIn.room.talk).toBeNull()
  expect(breathing().does('a', END).checkIn.room.talk).toBeNull()
  const said = talking().does('a', { type: 'pass', turn: 1 }).does('b', END)
  expect(said.checkIn.room.talk).toEqual({ kind: 'left', by: 'a', turns: 1 })
})

test('[RT6] set down by a pause is left, too', () => {
  const hand = talking().passed().paused()
  hand.after(30 * DAY_MS).tick()
  expect(hand.checkIn.room).toMatchObject({ phase: { setDown: true }, talk: { kind: 'left', by: 'a', turns: 1 } })
})

test('[RT6] another check-in keeps it, the closing of the talk does not', () => {
  const between = after(talking().passed().does('a', END))
  expect(between.inTurn().closing().does('b', END).checkIn.room.talk).toEqual({ kind: 'left', by: 'a', turns: 1 })
  const goesOn = after(between)
  goesOn.do('a', { type: 'choose', plan: leftOf(1) })
  expect(goesOn.inTurn().closing().does('b', END).checkIn.room.talk).toBeNull()
})

test('[RT7] at the end nothing says who offered; that it was closed is told once', () => {
  const closed = talking().does('b', NOTHING_MORE)
  expect(closed.checkIn.room.plan.repair).toBeNull()
  const next = after(closed)
  expect(viewOf(next.checkIn, at(0)).talk).toEqual({ kind: 'closed', by: 'b' })
  expect(outcomeOf(next.do('b', NOTHING_MORE))).toBe('no_talk')
  expect(next.does('a', END).checkIn.room.talk).toBeNull()
})
