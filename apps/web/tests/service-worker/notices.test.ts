import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceOf, noticeOf, returnTimeOf, titleOf } from '../../src/unbundled/service-worker/notices.js'

const NOW = new Date(2026, 10, 20, 20, 20).getTime()
const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).getTime()
const EN = { wording: 'plain', locale: 'en' } as const
const ES = { wording: 'plain', locale: 'es' } as const

describe('what a notification says', () => {
  it.each([
    [EN, at(20, 20, 40), 'Paused. Back at 20:40.'],
    [EN, at(21, 9, 0), 'Paused. Back tomorrow at 9:00.'],
    [EN, at(23, 9, 0), 'Paused. Back on Monday at 9:00.'],
    [ES, at(20, 20, 40), 'En pausa. Volvemos a las 20:40.'],
    [ES, at(21, 1, 5), 'En pausa. Volvemos mañana a la 1:05.'],
    [ES, at(23, 9, 0), 'En pausa. Volvemos el lunes a las 9:00.'],
    [{ ...EN, wording: 'time' }, at(20, 20, 40), 'Until 20:40'],
    [{ ...ES, wording: 'time' }, at(20, 20, 40), 'Hasta las 20:40'],
    [{ ...ES, wording: 'time' }, at(21, 1, 0), 'Hasta mañana a la 1:00'],
    [{ ...EN, wording: 'reminder' }, at(20, 20, 40), 'A reminder'],
    [{ ...ES, wording: 'reminder' }, at(20, 20, 40), 'Un recordatorio'],
  ] as const)('%o %s: %s', (choice, untilMs, title) => {
    expect(titleOf(untilMs, choice, NOW)).toBe(title)
  })

  it('is never what was pushed: whatever that is, the words are ours', () => {
    const known =
      /^(Paused\. Back .{1,40}|Until .{1,40}|A reminder|En pausa\. Volvemos .{1,40}|Hasta .{1,40}|Un recordatorio)$/
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.array(fc.string()), (pushed, kept, languages) => {
        const choice = choiceOf(kept, languages)
        const { title, options } = noticeOf(returnTimeOf(pushed, NOW), choice, NOW)
        expect(title).toMatch(known)
        expect(Object.keys(options).sort()).toEqual(['data', 'icon', 'lang', 'silent', 'tag'])
      }),
    )
  })

  it('takes a return time only as one', () => {
    const pushed = (until: unknown, kind = 'pause') => returnTimeOf({ v: 1, kind, until }, NOW)
    expect(pushed(NOW + 1)).toBe(NOW + 1)
    for (const wrong of [undefined, '20:40', Number.NaN, 1.5, Infinity, NOW + 32 * 86_400_000])
      expect(pushed(wrong)).toBe(null)
    expect(pushed(NOW + 1, 'message')).toBe(null)
  })

  it('gives nothing away and makes no sound when it is late', () => {
    expect(noticeOf(NOW, EN, NOW)).toMatchObject({ title: 'A reminder', isOver: true, options: { silent: true } })
    expect(noticeOf(NOW + 1, EN, NOW)).toMatchObject({ isOver: false, options: { silent: false, tag: 'pause' } })
  })

  it('gives nothing away where the choice was lost, in a language of the browser', () => {
    expect(choiceOf(null, ['de-DE', 'es-MX'])).toEqual({ wording: 'reminder', locale: 'es' })
    expect(choiceOf({ wording: 'loud', locale: 'de' }, [])).toEqual({ wording: 'reminder', locale: 'en' })
  })
})
