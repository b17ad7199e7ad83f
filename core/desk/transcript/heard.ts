// What the user did in the talk with the bot before anybody had a ticket of it, in words.
import { mint, type Redacted, say } from '../../redaction/redacted.ts'
import type { Heard, Said } from '../../store/history.ts'
import { readIncoming } from '../chat/incoming.ts'
import { readJob } from '../outbox/job.ts'

/** The label of the button that was pressed, where we still know what stood under that step. */
function labelOf(said: readonly Said[], step: number, index: number): Redacted | undefined {
  for (const { body } of said.toReversed()) {
    const job = readJob(body)
    if (job.kind === 'say' && job.step === step && job.choices.length > 0) return job.choices[index]?.label
  }
  return undefined
}

/** Undefined for what says nothing. `said`: what the bot had said until then, oldest first. */
export function heardWords({ body }: Heard, said: readonly Said[]): Redacted | undefined {
  const kept = readIncoming(body)
  switch (kept.kind) {
    case 'text':
      return kept.text
    case 'edit':
      return say`✏️ ${kept.text}`
    case 'command':
      return say`/${mint(kept.command)}`
    case 'choice':
      return say`▸ ${labelOf(said, kept.step, kept.index) ?? mint('…')}`
    case 'bill':
      return say`▸ ▦ ${mint(kept.verb)}`
    case 'stale':
      return say`▸ …`
    case 'picture':
      return say`[🖼] ${kept.caption ?? mint('')} ${kept.text ?? mint('')}`
    case 'media':
      return say`[🖼] ${kept.caption}`
    case 'unreadable':
      return say`[${mint(kept.what)}] ${kept.caption}`
    case 'rating':
      return say`★ ${kept.stars}`
    default:
      return undefined
  }
}
