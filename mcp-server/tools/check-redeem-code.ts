// check_redeem_code: the state of a code by its last four characters. A complete code is refused unread.
import { z } from 'zod'
import { isDate } from '../../core/desk/lookups/order.ts'
import { sentence } from '../../core/desk/lookups/words.ts'
import { DAY, parseInstant, plus } from '../../core/kit/clock.ts'
import { shanghai } from '../../core/kit/zone.ts'
import * as field from '../fields.ts'
import { ended, tool } from '../tool.ts'

/** The characters that are visible, as codes are written: four, or it is not the masked form. */
const visible = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
const tailOf = (text: string): string => visible(text).toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')

const output = z.strictObject({
  match: z.enum(['none', 'one', 'several']).describe('codes of this account that fit'),
  state: z.enum(['redeemed', 'ready', 'not_eligible', 'unusable']).describe('unusable also for what is not theirs'),
  used_by_caller: z.boolean().describe('redeemed into this account'),
  booked: z.boolean().describe('its credit is in the ledger'),
  reason: field.sentence('the state in a sentence'),
  ...field.answered,
})

export const checkRedeemCode = tool({
  name: 'check_redeem_code',
  title: 'Redeem code check',
  description:
    'Reports the state of a code of this account from its masked form. Never send a complete code; it will be refused.',
  scope: 'codes:check',
  input: z.strictObject({
    code_masked: z
      .string()
      .max(32)
      .refine((text) => visible(text).length === 4)
      .describe('masked code, four characters visible, e.g. ****7K2M'),
    tried_around: z.string().max(32).optional().describe('when it was redeemed: YYYY-MM-DD, or a time with offset'),
    lang: field.lang,
  }),
  output,
  example: { code_masked: '****7K2M' },
  missed: ({ match }) => match === 'none',
  answer: async (ask): Promise<z.input<typeof output>> => {
    const { desk, subject, input, now } = ask
    const around = input.tried_around
    const time = around === undefined ? undefined : isDate(around) ? shanghai(around) : parseInstant(around)
    const asked = {
      accountId: subject.kind === 'account' ? subject.accountId : '',
      tail: tailOf(input.code_masked),
      from: time === undefined ? null : plus(time, -DAY),
      to: time === undefined ? null : plus(time, 2 * DAY),
    }
    const { codes, status } = await desk.store.read(async (views) => ({
      codes: await views.codes.byTail(asked),
      status: await views.accountStatus(asked.accountId),
    }))
    // What cannot be used has one public answer, whoever it belongs to (case-rules 21).
    const usable = codes.filter(
      ({ mine, state, expiresAt }) => mine === 1 || (state === 'issued' && (expiresAt === null || now < expiresAt)),
    )
    const [code] = usable
    const state = !code ? 'unusable' : code.mine === 1 ? 'redeemed' : status === 'normal' ? 'ready' : 'not_eligible'
    const key = !code ? 'none' : usable.length > 1 ? 'several' : state.replace('_', '-')
    return {
      match: !code ? 'none' : usable.length > 1 ? 'several' : 'one',
      state,
      used_by_caller: usable.length === 1 && code?.mine === 1,
      booked: usable.length === 1 && code?.mine === 1,
      reason: sentence(`code/${key}`, ask.lang),
      ...ended(ask, `code-${key}`),
    }
  },
})
