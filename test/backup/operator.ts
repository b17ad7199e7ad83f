// The operator that gets killed: backs a shop's database up, or puts a backup in its place, and dies at a named moment.
// node operator.ts backup FROM TO STEP | restore FROM TO MOMENT; STEP counts steps of the copy, 0 and 'none' live on.
import { writeSync } from 'node:fs'
import { stage } from '../../bot/admin/staged.ts'
import { systemClock } from '../../core/kit/clock.ts'
import { randomIds } from '../../core/kit/ids.ts'
import { Keyring } from '../../core/redaction/keyring.ts'
import { say } from '../../core/redaction/redacted.ts'
import { backUp, partBeside } from '../../core/store/backup.ts'
import { install } from '../../core/store/backup-install.ts'
import { SHOP_KEY } from '../kill/shop.ts'

const [what, from = '', to = '', end = ''] = process.argv.slice(2)
const die = (): void => void process.kill(process.pid, 'SIGKILL')
const at = systemClock.now()
writeSync(1, 'begun\n')

if (what === 'backup') {
  let steps = 0
  const onStep = (): void => {
    if (++steps === Number(end)) die()
  }
  const made = await backUp(from, to, { ids: randomIds, at, force: true, onStep, pagesAStep: 20 })
  if (!made.ok) throw new Error(made.error)
} else {
  const part = partBeside(to, randomIds, at)
  const keyring = new Keyring(SHOP_KEY)
  const staged = await stage(from, part, { clock: systemClock, ids: randomIds, keyring, by: say`test` })
  if (!staged.ok) throw new Error(staged.error.kind)
  if (end === 'staged') die()
  const installed = await install(part, to, { at, on: (moment) => (moment === end ? die() : undefined) })
  if (!installed.ok) throw new Error(installed.error)
}
writeSync(1, 'ended\n')
