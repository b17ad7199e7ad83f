// node fill.ts PATH ORDERS: fills the product's empty tables with that many finished orders.
import { systemClock } from '../../core/kit/clock.ts'
import { fill } from './ledger-of-years.ts'
import { keyring } from './till.ts'

const [path = '', orders = '0'] = process.argv.slice(2)
fill(path, Number(orders), systemClock.now(), keyring)
