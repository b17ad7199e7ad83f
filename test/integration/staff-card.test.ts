// The ticket card: what the records say beside what the user says, short enough for one message, and true after every change.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cardButtons, readCard, renderCard } from '../../core/desk/card/card.ts'
import { LONGEST_CARD } from '../../core/desk/card/show.ts'
import { recordUsage } from '../../core/desk/wallet/task.ts'
import { credit } from '../../core/kit/money.ts'
import { mint } from '../../core/redaction/redacted.ts'
import { lin, StaffPlace } from '../fakes/staff-place.ts'

let place: StaffPlace
beforeEach(async () => {
  place = await StaffPlace.open()
})
afterEach(() => place.desk.context.store.close())

const card = async (id = 1) => (await place.shows(id))[0] ?? ''

describe('what stands on it', () => {
  it('amount, method, status and time come from the order of the verdict, not from what the user said', async () => {
    const order = await place.paidOrder('mei', 50, 49)
    await place.says('mei', '我微信付了 500 元，没到账')
    const shown = await card()
    const row = await place.desk.context.store.read((r) => r.orders.byId(order))
    expect(shown).toContain('¥50')
    expect(shown).toContain('¥49')
    expect(shown).toContain('支付宝')
    expect(shown).toContain('待支付')
    expect(shown).toContain(`****${row?.number.slice(-4)}`)
    expect(shown).not.toContain(row?.number ?? '-')
    expect(shown).toContain('amount-mismatch')
    expect(shown).toContain(`orders:${order}`)
    expect(shown).toContain('💰')
  })

  it('the accounts are compared, and the last use of the API is told', async () => {
    await place.paidOrder('mei')
    await place.says('mei', '我付了款但是没到账')
    await recordUsage(place.desk.context, 'mei', credit(5n))
    await place.says('mei', '人工')
    expect(await card()).toContain('付款 同一')
    expect(await card()).toContain('API 同一')
  })

  it('somebody who is not linked is said to be so, and what they claim is marked as theirs', async () => {
    await place.says('stranger', '充值 50 元没到账')
    await place.says('stranger', '人工')
    expect(await card()).toContain('未绑定')
    expect(await card()).not.toContain('待支付')
  })

  it('an order that was submitted twice is seen in the records', async () => {
    await place.paidOrder('mei')
    await place.says('mei', '我付了款但是没到账')
    await place.unpaidOrder('mei')
    await place.says('mei', '人工')
    expect(await card()).toContain('两个相同订单')
  })

  it('earlier tickets of the same user, and the one it follows', async () => {
    await place.says('mei', '人工')
    await place.presses(lin, 1, 'claim')
    await place.presses(lin, 1, 'bot')
    await place.desk.clock.advance(100 * 3_600_000)
    await place.says('mei', '人工')
    expect(await card(2)).toContain('↩︎ 接 #1')
    expect(await card(2)).toContain('以前的工单: #1')
  })

  it('changes with what staff do: owner, clocks, money', async () => {
    await place.paidOrder('mei', 50, 49)
    await place.says('mei', '我付了款但是没到账')
    expect(await card()).toContain('首次回复')
    await place.writes(lin, 1, '/r 在看')
    expect(await card()).toContain('Lin')
    expect(await card()).not.toContain('首次回复')
    await place.writes(lin, 1, '/suspense return 退回')
    expect(await card()).not.toContain('💰')
    expect(await card()).toContain('已取消')
  })
})

describe('however much there is to say', () => {
  it('it fits into one message, and keeps the records', async () => {
    await place.paidOrder('mei', 50, 49)
    await place.says('mei', '我付了款但是没到账')
    const ticket = await place.ticket(1)
    const full = readCard(ticket.card)
    const long = mint('很长的一句话'.repeat(100))
    const entries = Array.from({ length: 60 }, () => ({ text: long, at: full.nextReview }))
    const evidence = Array.from({ length: 200 }, (_, index) => `payment:pay_${index}`)
    const huge = {
      ...full,
      symptom: entries,
      path: entries,
      lookups: entries,
      evidence,
      answers: [long, long],
      promised: long,
    }
    const shown = renderCard({ ...ticket, card: JSON.stringify(huge) }, place.desk.context)
    expect(shown.length).toBeLessThanOrEqual(LONGEST_CARD)
    expect(shown).toContain('¥49')
    expect(shown).toContain('amount-mismatch')
  })

  it.each(['queue', 'human', 'waiting-user', 'closed'] as const)(
    '%s: each button has a verb that exists',
    async (state) => {
      await place.says('mei', '人工')
      const { verbOf } = await import('../../core/desk/staff/verbs.ts')
      const buttons = cardButtons({ ...(await place.ticket(1)), state }).flat()
      expect(buttons.length).toBeGreaterThan(0)
      for (const button of buttons) {
        const verb = 'data' in button ? button.data.split(':')[2] : undefined
        expect(verbOf(verb ?? '', true), verb).toBeDefined()
        expect('data' in button && button.data.length).toBeLessThanOrEqual(64)
      }
    },
  )
})
