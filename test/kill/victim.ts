// The program that gets killed: customers at work on one file, each deed told to the parent before and after it.
// node victim.ts FOLDER LIFE FATAL; FATAL is the statement in a write at which it kills itself, 0 for never.
import { writeSync } from 'node:fs'
import { live } from './customer.ts'
import { mortal } from './death.ts'
import { type Deed, type Outcome, perform } from './deed.ts'
import { CUSTOMERS, filesIn, openShop } from './shop.ts'

const [folder = '', life = '0', fatal = '0'] = process.argv.slice(2)
const shop = openShop(folder, { around: mortal(filesIn(folder).mark, Number(fatal)) })

// Not process.stdout: what is said must be with the parent before the next statement runs.
const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`)
let count = 0
const act = async (deed: Deed): Promise<Outcome> => {
  const id = ++count
  say({ id, deed })
  const outcome = await perform(shop, deed)
  say({ id, outcome })
  return outcome
}

say({ ready: true })
await Promise.all(Array.from({ length: CUSTOMERS }, (_, index) => live(shop, index, Number(life), act)))
