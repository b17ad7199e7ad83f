// Whether the address that providers call leads to this bot: asked from here, without a notice, and nothing is written by it.
import { realChannels } from '../../core/channels/index.ts'
import { SECOND } from '../../core/kit/clock.ts'
import { within } from '../../core/kit/deadline.ts'
import { refusal } from '../http/refusal.ts'
import type { ChannelConfig } from './channels.ts'
import { type Check, fail, good, warn } from './check.ts'

const ASK_MS = 8 * SECOND
const NAME = 'notices reach the bot'
/** No channel has this name: the bot says that it is not there, in words that nobody else uses. */
const PATH = '/notify/doctor'
const OURS = refusal('not-found')

type Answer = { readonly status: number; readonly text: string }

const ask = (publicUrl: string): Promise<Answer | null> =>
  within<Answer | null>(ASK_MS, null, async (signal) => {
    const url = `${publicUrl.replace(/\/+$/, '')}${PATH}`
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    // A provider follows no redirect, so the doctor does not either.
    const response = await fetch(url, { method: 'POST', headers, body: 'doctor=1', redirect: 'manual', signal })
    return { status: response.status, text: (await response.text()).slice(0, 1_000) }
  })

/** Never throws. An address that cannot be asked from here is no proof: it may be asked from outside. */
export async function reachCheck(config: ChannelConfig): Promise<readonly Check[]> {
  const { publicUrl } = config
  if (publicUrl === undefined || realChannels.every((name) => !config[name])) return []
  const answer = await ask(publicUrl)
  if (answer === null) {
    return [
      warn(
        NAME,
        'nobody answered from here',
        `start the bot; check DNS, port 443 and the certificate; then from another network: curl -i -X POST ${publicUrl}/notify/alipay -d x`,
      ),
    ]
  }
  const { status, text } = answer
  if (status === OURS.status && text === OURS.body) return [good(NAME, 'the address leads to it')]
  if (status >= 300 && status < 400) {
    const fix = 'set PUBLIC_URL to the address behind the redirect (https, with or without www, as the site has it)'
    return [fail(NAME, `the address redirects (${status}), which providers do not follow`, fix)]
  }
  if (status === 502 || status === 504) {
    return [
      fail(
        NAME,
        `the proxy does not reach the bot (${status})`,
        'start the bot; let the proxy lead to HTTP_HOST and HTTP_PORT',
      ),
    ]
  }
  const fix =
    'let POST /notify/ through to the bot unchanged: no challenge page, no cache, no other site under this address'
  return [fail(NAME, `somebody else answers (${status}): a proxy, a CDN or a firewall`, fix)]
}
