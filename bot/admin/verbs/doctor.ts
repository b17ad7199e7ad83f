// The doctor: what is wrong with this installation, and the line that mends it.
import { config } from '../../config.ts'
import { shown } from '../../doctor/check.ts'
import { examine } from '../../doctor/examine.ts'
import { toggle } from '../shapes.ts'
import { bareVerb, done, faults, taken } from '../verb.ts'

export const doctor = bareVerb({
  name: 'doctor',
  says: 'Looks at settings, database, calendar, port and platforms; below each fault stands what mends it. Changes nothing.',
  example: 'doctor',
  options: { json: taken('', 'one JSON line a check: level, name, what, fix', toggle) },
  run: async ({ print }, _, { json = false }) => {
    const checks = await examine(config(), process.version)
    await print(...checks.flatMap((check) => (json ? [JSON.stringify(check)] : shown(check))))
    return checks.some(({ level }) => level === 'fail') ? faults : done
  },
})
