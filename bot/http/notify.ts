// Where payment providers tell us of money: one address a channel, the answer that each of them wants, and only after the commit.
import type { Context } from '../../core/desk/context.ts'
import { type NoticeOutcome, receiveNotice } from '../../core/desk/payment/receive-notice.ts'
import { type ChannelName, channelNames } from '../../core/domain/channel.ts'
import { SECOND, turnEnd } from '../../core/kit/clock.ts'
import type { Log } from '../../core/redaction/log.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import { jsonReply, refusal } from './refusal.ts'
import type { Incoming, Method, Reply, Route } from './route.ts'

/** The longest, WeChat's, has some 2 kB; Stripe's events may have more. */
const MAX_BYTES = 65_536
/** WeChat Pay asks for an answer within five seconds; the others wait longer. */
const MAX_MS = 4 * SECOND

/** What each provider hears. Anything but `done` makes it send the notice again. */
type Answers = {
  readonly methods: readonly Method[]
  readonly done: Reply
  readonly refused: Reply
  readonly failed: Reply
}

const inWords: Omit<Answers, 'methods'> = {
  done: { status: 200, body: 'success' },
  refused: { status: 400, body: 'fail' },
  failed: { status: 500, body: 'fail' },
}
const answers: { readonly [N in ChannelName]: Answers } = {
  alipay: { methods: ['POST'], ...inWords },
  // Gateways of this family notify by GET as often as by POST.
  epay: { methods: ['GET', 'POST'], ...inWords },
  wechat: {
    methods: ['POST'],
    done: { status: 204 },
    refused: jsonReply(400, { code: 'FAIL', message: 'refused' }),
    failed: jsonReply(500, { code: 'FAIL', message: 'failed' }),
  },
  stripe: {
    methods: ['POST'],
    done: jsonReply(200, { received: true }),
    refused: jsonReply(400, { received: false }),
    failed: jsonReply(500, { received: false }),
  },
  sandbox: { methods: ['POST'], ...inWords },
}

const isChannel = (name: string): name is ChannelName => (channelNames as readonly string[]).includes(name)

/** `GET` and `POST /notify/{channel}`. A channel that is off is not there. `settled`: somebody may have something to be told. */
export function notifyRoutes(context: Context, log: Log, settled: () => void = () => undefined): readonly Route[] {
  const handle =
    (method: Method) =>
    async ({ params, query, headers, body }: Incoming): Promise<Reply> => {
      const name = params.channel ?? ''
      if (!isChannel(name) || !context.channel(name)) return refusal('not-found')
      const { methods, done, refused, failed } = answers[name]
      if (!methods.includes(method)) return refusal('method-not-allowed', { allow: methods.join(', ') })
      // What stands in the address of a notice with a body is neither read nor signed.
      const told = body.byteLength === 0 ? query : body
      let outcome: NoticeOutcome
      try {
        // What came in at one time rides in one commit: under load the disk is what everybody waits for.
        await turnEnd()
        outcome = await receiveNotice(context, name, told, headers)
      } catch (error) {
        log.error('a payment notice could not be stored; its provider sends it again', {
          channel: redact(new Raw(name)).text,
          error: error instanceof Error ? error : null,
        })
        return failed
      }
      if (outcome.kind === 'accepted') {
        settled()
        return done
      }
      log.warn('a payment notice was refused', {
        channel: redact(new Raw(name)).text,
        reason: redact(new Raw(outcome.reason)).text,
      })
      return refused
    }
  const route = { path: '/notify/{channel}', maxBytes: MAX_BYTES, maxMs: MAX_MS }
  return (['POST', 'GET'] as const).map((method) => ({ ...route, method, handle: handle(method) }))
}
