// What each platform can say about itself; a platform adds its row here.
import type { Config } from '../config.ts'
import { discordChecks } from '../discord/doctor.ts'
import { telegramChecks } from '../telegram/doctor.ts'
import { channelChecks } from './channels.ts'
import type { Check } from './check.ts'
import { reachCheck } from './reach.ts'

/** Gives no checks where the platform is off. It may ask its platform; it never throws, and ends by itself. */
export type PlatformChecks = (config: Config) => Promise<readonly Check[]>

export const platformChecks: readonly PlatformChecks[] = [
  telegramChecks,
  discordChecks,
  (config) => channelChecks(config),
  reachCheck,
]
