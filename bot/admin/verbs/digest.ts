// The figures of the desk as JSON: what the digest in the staff's room is made of, for any day.
import { z } from 'zod'
import { figuresOf } from '../../../core/desk/digest/figures.ts'
import { DAY, plus } from '../../../core/kit/clock.ts'
import { dateOf, shanghai } from '../../../core/kit/zone.ts'
import { done, taken, verb } from '../verb.ts'

const MISTAKE = 'a date such as 2026-11-20'
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, MISTAKE)
  .refine((text) => !Number.isNaN(shanghai(text)) && dateOf(shanghai(text)) === text, MISTAKE)

export const digest = verb({
  name: 'digest',
  says: "A day's figures as JSON: talks, tickets, first replies, what the bot solved, where people are lost.",
  example: 'digest --day 2026-11-20',
  opens: 'reading',
  options: { day: taken('<date>', 'which day in Shanghai (yesterday)', day.optional()) },
  run: async ({ context, print }, _, { day: wanted }) => {
    const from = shanghai(wanted ?? dateOf(plus(context.clock.now(), -DAY)))
    const figures = await context.store.read((r) => figuresOf(r, context, { from, to: plus(from, DAY) }))
    await print(JSON.stringify(figures))
    return done
  },
})
