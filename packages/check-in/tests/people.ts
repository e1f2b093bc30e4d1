import type { Floor, PartnerCommand, Plan, Screen, Seat } from '../src/index.ts'
import { YES } from './support.ts'

/** What somebody looking at this screen may ask for, and how often they do. Pausing and ending are not in here. */
export interface Wish {
  readonly perSecond: number
  readonly command: PartnerCommand
}

export function wishesAt(screen: Screen, seat: Seat, shorter: Plan, newId: () => string): readonly Wish[] {
  if (screen.kind === 'waiting') {
    const { planEpoch } = screen.snapshot
    return [
      { perSecond: 1, command: { ...YES, planEpoch } },
      { perSecond: 0.2, command: { type: 'choose', plan: shorter } },
    ]
  }
  if (screen.kind === 'returning') return wishesWhileComingBack(screen, newId)
  if (screen.kind !== 'live') return []
  if (screen.clock === 'aside') return [{ perSecond: 1, command: { type: 'back', aside: screen.snapshot.asides } }]
  return [
    { perSecond: 0.02, command: { type: 'oneMinute' } },
    { perSecond: 0.02, command: { type: 'comfort', answer: 'slower' } },
    { perSecond: 0.1, command: { type: 'comfort', answer: 'fine' } },
    ...wishesOnFloor(screen.floor, seat, newId),
  ]
}

function wishesWhileComingBack(
  { stage, freezeEpoch }: Extract<Screen, { kind: 'returning' }>,
  newId: () => string,
): readonly Wish[] {
  const goOn: Wish = { perSecond: 0.3, command: { type: 'goOn', freezeEpoch, stage } }
  if (stage === 'reading') return [{ ...goOn, perSecond: 1 }]
  return [
    goOn,
    { perSecond: 0.5, command: { type: 'reenter', freezeEpoch, lineId: newId(), another: false } },
    { perSecond: 0.5, command: { type: 'reenter', freezeEpoch, lineId: null, another: true } },
  ]
}

function wishesOnFloor(floor: Floor, seat: Seat, newId: () => string): readonly Wish[] {
  const { turn } = floor
  const utter: Wish = { perSecond: 1, command: { type: 'utter', turn, utteranceId: newId() } }
  switch (floor.kind) {
    case 'breath':
      return []
    case 'closing':
      return [{ perSecond: 0.5, command: { type: 'line', lineId: newId() } }]
    case 'turn':
    case 'grace':
      if (floor.holder !== seat) {
        return [
          { perSecond: 0.2, command: { type: floor.hand ? 'handDown' : 'handUp', turn } },
          { perSecond: floor.more === 'asked' ? 1 : 0, command: { type: 'grantMore', turn } },
        ]
      }
      return [
        utter,
        { perSecond: 0.2, command: { type: 'pass', turn } },
        { perSecond: 0.1, command: { type: 'askMore', turn } },
      ]
    case 'reflection':
      return floor.holder === seat ? speakerInReflection(floor, utter) : listenerInReflection(floor, utter)
  }
}

type Reflection = Extract<Floor, { kind: 'reflection' }>

function speakerInReflection({ turn, round, stage }: Reflection, utter: Wish): readonly Wish[] {
  if (stage === 'saying') return []
  if (stage === 'more') {
    return [
      { perSecond: 0.5, command: { type: 'more', turn, more: true } },
      { perSecond: 0.5, command: { type: 'more', turn, more: false } },
    ]
  }
  return [
    utter,
    { perSecond: 0.7, command: { type: 'answer', turn, round, answer: 'almost' } },
    { perSecond: 0.7, command: { type: 'answer', turn, round, answer: 'thatsIt' } },
  ]
}

function listenerInReflection({ turn, round, stage }: Reflection, utter: Wish): readonly Wish[] {
  if (stage !== 'saying') return []
  return [
    utter,
    { perSecond: 1, command: { type: 'sayBack', turn, round } },
    { perSecond: 0.05, command: { type: 'ratherNot', turn } },
  ]
}
