// What every real channel is given beside its own settings: the clock, chance, and where its notices come in.
import type { Clock } from '../kit/clock.ts'
import type { Ids } from '../kit/ids.ts'

export type Surroundings = {
  readonly clock: Clock
  readonly ids: Ids
  /** https://bot.example.com/notify/alipay */
  readonly notifyUrl: string
  /** Where a payer's browser goes after paying. */
  readonly returnUrl: string
}
