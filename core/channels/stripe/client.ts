// Stripe's own client as this channel uses it: one try a call, ended by the caller's signal, answers of the pinned version.
import Stripe from 'stripe'
import type { Secret } from '../../kit/secret.ts'
import { bytesOf, MAX_BYTES } from '../call.ts'

export type StripeSettings = { readonly secretKey: Secret; readonly webhookSecret: Secret; readonly apiRoot: string }

/** Longer than any deadline of ours: the signal ends a call, this only keeps the client from waiting for ever. */
const WAIT_MS = 20_000

class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

/** A client for one call: its requests end with `signal`. */
export function stripeClient({ secretKey, apiRoot }: StripeSettings, signal: AbortSignal): Stripe {
  const root = new URL(apiRoot)
  const ending: typeof fetch = async (url, init) => {
    const both = init?.signal ? AbortSignal.any([init.signal, signal]) : signal
    const response = await fetch(url, { ...init, redirect: 'manual', signal: both })
    const bytes = await bytesOf(response, MAX_BYTES)
    // The client takes an answer without an `error` in it for a success, whatever its status.
    if (!bytes || response.status >= 500 || (response.status >= 300 && response.status < 400)) throw new NoAnswer()
    return new Response(new Uint8Array(bytes), { status: response.status, headers: response.headers })
  }
  return new Stripe(secretKey.reveal(), {
    httpClient: Stripe.createFetchHttpClient(ending),
    protocol: root.protocol === 'http:' ? 'http' : 'https',
    host: root.hostname,
    port: root.port === '' ? (root.protocol === 'http:' ? 80 : 443) : Number(root.port),
    // Who asks again is the reconciler, on its schedule.
    maxNetworkRetries: 0,
    timeout: WAIT_MS,
    telemetry: false,
  })
}

/** What the call gives; undefined for every error but the codes of a clear no, which are given by name. */
export async function clearly<T>(work: () => Promise<T>): Promise<{ value: T } | { code: string } | undefined> {
  try {
    return { value: await work() }
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return { code: error.code ?? 'invalid' }
    return undefined
  }
}
