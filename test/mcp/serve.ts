// `npx node test/mcp/serve.ts`: this server and the fixtures on our HTTP stack, over a made-up shop on loopback, for trying the official tools by hand. Ends with Ctrl-C.
import { once } from 'node:events'
import { exchangeWith } from '../../mcp-server/server.ts'
import { openCounter } from './counter.ts'
import { makeFixtureServer } from './fixture-server.ts'
import { openFront } from './front.ts'

const counter = await openCounter()
// The suites can send no token: the fronts add one, of the made-up account mei.
const ours = await openFront(counter)
const fixtures = await openFront(counter, { serve: (_, message) => exchangeWith(makeFixtureServer, message) })
process.stdout.write(`server   ${ours.url}\nfixtures ${fixtures.url}\n`)
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
await ours.close()
await fixtures.close()
await counter.close()
