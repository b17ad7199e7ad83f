// Everything the doctor looks at, in the order in which faults follow from each other.
import { resolve } from 'node:path'
import { systemClock } from '../../core/kit/clock.ts'
import type { Result } from '../../core/kit/result.ts'
import { type Config, packageFolder } from '../config.ts'
import { type Check, fail, good } from './check.ts'
import { databaseChecks } from './database.ts'
import { platformChecks } from './platforms.ts'
import { envFileCheck, holidayChecks, nodeCheck, portCheck } from './surroundings.ts'

/** Without settings nothing behind them can be asked. Never throws for what it looks at. */
export async function examine(settings: Result<Config, string>, version: string): Promise<readonly Check[]> {
  const file = envFileCheck(resolve(packageFolder, '.env'))
  const first = [nodeCheck(version), ...(file ? [file] : [])]
  if (!settings.ok) {
    return [
      ...first,
      fail('settings', settings.error, 'correct it in .env or the environment; .env.example explains each'),
    ]
  }
  const config = settings.value
  const checks = [
    ...first,
    good('settings', config.off.length === 0 ? 'everything is on' : `off: ${config.off.join(', ')}`),
    ...(await databaseChecks(config)),
    ...holidayChecks(config.policy, systemClock.now()),
    await portCheck(config.http),
  ]
  for (const ask of platformChecks) checks.push(...(await ask(config)))
  return checks
}
