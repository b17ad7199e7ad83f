// The `redact` command: a stream of messages as JSON lines in, the same redacted out, each line alone and in order.
import { Raw } from '../../core/redaction/raw.ts'
import { makeRedactor, NO_LIMITS } from '../../core/redaction/redact.ts'
import { answerLines } from './json-lines.ts'

const redactor = makeRedactor({ limits: NO_LIMITS })

process.exitCode = await answerLines({
  name: 'redact',
  usage: `usage: npm run -s redact < messages.jsonl
Reads JSON lines {"id","text"} and prints {"id","redacted","finds":[{"kind","start","end"}]} for each, in order.
A line that cannot be read prints {"id","error"}; then the exit code is 1.
`,
  longestLine: 64 * 1024 * 1024,
  answer: (text) => {
    const { text: redacted, finds } = redactor.redact(new Raw(text))
    return { redacted, finds }
  },
})
