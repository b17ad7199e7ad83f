// Delivery to the bot's own URL: one update after the other, with the secret, again and again until it says 2xx.
import type { Update, Updates } from './updates.ts'

const RETRY_MS = 30
const ANSWER_MS = 10_000

export class Webhook {
  url = ''
  #secret: string | undefined
  #running: Promise<void> | undefined
  #closed = false
  #error: { last_error_date: number; last_error_message: string } | undefined
  readonly #updates: Updates
  readonly #nowS: () => number

  constructor(updates: Updates, nowS: () => number) {
    this.#updates = updates
    this.#nowS = nowS
    updates.onChange(() => this.#deliver())
  }

  get lastError(): object {
    return this.#error ?? {}
  }

  set(url: string, secret: string | undefined): void {
    this.url = url
    this.#secret = secret
    this.#error = undefined
    this.#deliver()
  }

  #deliver(): void {
    if (this.url === '' || this.#closed) return
    this.#running ??= this.#deliverAll().finally(() => {
      this.#running = undefined
    })
  }

  async #deliverAll(): Promise<void> {
    for (let next = this.#updates.oldest; next && this.url !== '' && !this.#closed; next = this.#updates.oldest) {
      const failure = await this.#post(next)
      if (failure === undefined) this.#updates.took(next)
      else {
        this.#error = { last_error_date: this.#nowS(), last_error_message: failure }
        await new Promise((wake) => setTimeout(wake, RETRY_MS))
      }
    }
  }

  /** Why it was not taken; undefined: it was. */
  async #post(update: Update): Promise<string | undefined> {
    const headers = {
      'content-type': 'application/json',
      ...(this.#secret === undefined ? {} : { 'X-Telegram-Bot-Api-Secret-Token': this.#secret }),
    }
    try {
      const signal = AbortSignal.timeout(ANSWER_MS)
      const answer = await fetch(this.url, { method: 'POST', headers, body: JSON.stringify(update), signal })
      await answer.arrayBuffer()
      return answer.ok ? undefined : `Wrong response from the webhook: ${answer.status} ${answer.statusText}`
    } catch {
      return 'Connection failed'
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#running
  }
}
