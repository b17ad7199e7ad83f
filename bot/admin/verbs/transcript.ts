// A ticket's transcript for whoever must read it: one page or JSON, on the screen or in a file; that it was made stands in the audit trail.
import { resolve } from 'node:path'
import { z } from 'zod'
import { transcriptOf } from '../../../core/desk/transcript/gather.ts'
import { transcriptPage } from '../../../core/desk/transcript/html.ts'
import { say } from '../../../core/redaction/redacted.ts'
import { caller } from '../../config.ts'
import { writeNew } from '../new-file.ts'
import { upTo } from '../shapes.ts'
import { done, failed, taken, verb } from '../verb.ts'

const formats = z.enum(['html', 'json'], 'html or json')
const MOST_TICKETS = 999_999_999

export const transcript = verb({
  name: 'transcript',
  says: 'One ticket from its first word to its last, redacted: lines, edits, pictures, verdicts and what was done to it.',
  example: 'transcript 17 --format html --out ticket-17.html',
  opens: 'writing',
  argument: taken('<ticket>', "the ticket's number", upTo(MOST_TICKETS)),
  options: {
    format: taken('<format>', 'html or json (json)', formats.default('json')),
    out: taken('<file>', 'a new file; otherwise the screen', z.string().min(1, 'the path of a file').optional()),
  },
  run: async ({ context, by, print }, number, { format, out }) => {
    const { store, clock } = context
    const made = await store.read((r) => transcriptOf(r, context, number))
    if (!made) return failed('there is no ticket of this number')
    const text = format === 'html' ? transcriptPage(made) : `${JSON.stringify(made, null, 2)}\n`
    const refused = out === undefined ? undefined : await writeNew(resolve(caller.folder, out), text)
    if (refused) return refused
    const detail = { format: format === 'html' ? say`html` : say`json` }
    await store.write((w) =>
      w.audit.append({ at: clock.now(), actor: by, action: 'ticket.transcript', subject: `ticket:${number}`, detail }),
    )
    if (out === undefined) await print(...text.trimEnd().split('\n'))
    return done
  },
})
