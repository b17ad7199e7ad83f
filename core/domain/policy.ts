// What an operator decides without touching code: name, limits, hours, links, plans. Read from one YAML file.
import { z } from 'zod'
import { MOST_PATTERNS, patternFault } from '../redaction/operator-patterns.ts'

/** A text in both languages; Chinese and English are equals. */
export const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export type Bilingual = z.infer<typeof bilingual>

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time of day as HH:MM')
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'write a date as YYYY-MM-DD')

const hours = z
  .strictObject({
    days: z.array(z.int().min(0).max(6)).min(1).describe('days of the week people work, 0 is Sunday'),
    from: timeOfDay,
    to: timeOfDay,
    holidays: z.array(date).describe('dates nobody works although the weekday says so'),
    workdays: z.array(date).describe('dates people work although the weekday says not (调休)'),
    breaks: z
      .array(z.strictObject({ from: timeOfDay, to: timeOfDay }))
      .max(5)
      .optional()
      .describe('when nobody answers within the day'),
  })
  .refine((value) => value.from < value.to, 'the working day must end after it begins')
  .refine(({ from, to, breaks = [] }) => {
    const edges = [from, ...breaks.flatMap((pause) => [pause.from, pause.to]), to]
    return edges.every((edge, n) => n === 0 || edge > (edges[n - 1] ?? ''))
  }, 'breaks must lie within the working day, in order and apart')

const plan = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: bilingual,
  priceYuan: z.int().positive(),
  days: z.int().positive(),
})

const wording = z
  .strictObject({
    greeting: bilingual.default({
      zh: '您好，我可以帮您查付款和订单。',
      en: 'Hello! I can look into payments and orders.',
    }),
    support: bilingual.default({
      zh: '网站右下角的客服按钮',
      en: 'the support button at the bottom right of the site',
    }),
    promise: bilingual.default({ zh: '工作时间内会有同事回复您。', en: 'A colleague answers within working hours.' }),
  })
  .describe("the operator's own words, where the flows leave room for them")

const minutes = (most: number) => z.int().positive().max(most)
const days = z.int().positive().max(3_650)

const desk = z
  .strictObject({
    firstReplyMinutes: minutes(10_000).default(30).describe('working time until a new ticket is answered'),
    nextReplyMinutes: minutes(10_000).default(60).describe('working time until a further message is answered'),
    resolveHours: z.int().positive().max(1_000).default(16).describe('working time until it is solved'),
    reopenHours: z.int().positive().max(1_000).default(72).describe('a closed ticket opens again; later a new one'),
    autoCloseHours: z.int().min(2).max(1_000).default(72).describe('without an answer of the user; half is warned'),
    remindMinutes: z
      .tuple([z.int().nonnegative(), z.int().nonnegative(), z.int().nonnegative().max(10_000)])
      .refine(([first, second, third]) => first < second && second < third, 'each reminder comes after the one before')
      .default([0, 30, 120])
      .describe('working time behind a due time: in the ticket, to all staff, to the operator'),
    goodwillYuan: z.int().nonnegative().default(20).describe('a goodwill credit above it needs a second person'),
    refundSecondPersonYuan: z.int().nonnegative().default(500).describe('a refund above it needs a second person'),
    ratingEveryDays: days.default(7).describe('a user is asked for stars at most this often'),
    keepPicturesDays: days.default(30).describe('how long covered pictures are kept'),
    keepOriginals: z
      .union([z.literal(false), z.strictObject({ days })])
      .default(false)
      .describe('whether what was covered is kept, encrypted, and how long'),
    transcriptDays: days.default(365).describe('how long what was said is kept'),
    nudgeHours: z.int().positive().max(1_000).default(24).describe('a flow left alone is brought to mind once'),
    personas: z
      .array(
        z.strictObject({
          staff: z.string().regex(/^[a-z]+:\S{1,64}$/, 'write platform:id, such as telegram:42'),
          name: bilingual,
        }),
      )
      .refine((list) => new Set(list.map(({ staff }) => staff)).size === list.length, 'a person has one name')
      .default([])
      .describe('the names under which users know the staff'),
    digestAt: timeOfDay.default('09:30').describe('when the figures of the day before are sent'),
  })
  .describe('how people answer tickets')

const hiddenPattern = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'write a short name in a-z, 0-9 and dashes'),
    pattern: z.string(),
  })
  .check(({ value, issues }) => {
    const fault = patternFault(value.pattern)
    if (fault === undefined) return
    issues.push({ code: 'custom', input: value, path: ['pattern'], message: `the pattern "${value.name}" ${fault}` })
  })

const redaction = z.strictObject({
  patterns: z
    .array(hiddenPattern)
    .max(MOST_PATTERNS, `at most ${MOST_PATTERNS} patterns`)
    .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, 'a name is used twice')
    .default([])
    .describe("identifiers of the operator's own systems that are hidden wherever they stand"),
})

/** Every default is the rule of the seed documents and of a case replay. */
export const policyShape = z.strictObject({
  service: z
    .strictObject({
      name: bilingual,
      site: z.url(),
      orders: z.url(),
      recharge: z.url(),
      redeem: z.url(),
      support: z.url(),
      baseUrl: z.url(),
      models: z.url().optional().describe('the list of models; the site where there is none'),
    })
    .describe('name and links as users see them'),
  hours: hours.default({ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00', holidays: [], workdays: [] }),
  recharge: z
    .strictObject({
      minYuan: z.int().positive().default(10),
      maxYuan: z.int().positive().default(10_000),
      presetsYuan: z.array(z.int().positive()).default([10, 50, 100, 200, 500, 1000]),
      minutes: z.int().min(1).max(120).default(15).describe('how long a QR code can be paid'),
      openOrders: z.int().positive().default(5),
      ordersAnHour: z.int().positive().default(20),
      channels: z.array(z.enum(['alipay', 'wechat', 'epay', 'stripe', 'sandbox'])).default(['alipay', 'wechat']),
    })
    .refine((value) => value.minYuan <= value.maxYuan, 'minYuan is above maxYuan')
    .prefault({}),
  unitsPerYuan: z.int().positive().max(1_000_000_000).default(500_000),
  latePayment: z.strictObject({ credit: z.boolean().default(true), days: z.int().positive().default(7) }).prefault({}),
  refund: z
    .strictObject({
      days: z.int().positive().default(30),
      mode: z
        .enum(['remainder', 'strict'])
        .default('remainder')
        .describe('strict: only an order nothing of which was spent'),
      businessDays: z.tuple([z.int().positive(), z.int().positive()]).default([3, 7]),
    })
    .prefault({}),
  desk: desk.prefault({}),
  plans: z.array(plan).default([]),
  redaction: redaction.prefault({}),
  wording: wording.prefault({}),
})

export type Policy = z.infer<typeof policyShape>
