// The `redact` command: a stream of messages as JSON lines in, the same redacted out, each line alone and in order.
import { Raw } from '../../core/redaction/raw.ts'
import { makeRedactor, NO_LIMITS } from '../../core/redaction/redact.ts'
import { loadEnvFile, readPolicy, showFault } from '../config.ts'
import { answerLines } from './json-lines.ts'

const USAGE = `usage: npm run -s redact < messages.jsonl
Reads JSON lines {"id","text"} and prints {"id","redacted","finds":[{"kind","start","end"}]} for each, in order.
A line that cannot be read prints {"id","error"}; then the exit code is 1. Patterns of the policy file are hidden, too.
`

async function run(): Promise<number> {
  loadEnvFile()
  const policy = readPolicy()
  if (!policy.ok) {
    const [fault] = policy.error
    process.stderr.write(`redact: ${fault ? showFault(fault) : 'POLICY_FILE cannot be read'}\n`)
    return 2
  }
  const redactor = makeRedactor({ limits: NO_LIMITS, patterns: policy.value.redaction.patterns })
  return answerLines({
    name: 'redact',
    usage: USAGE,
    longestLine: 64 * 1024 * 1024,
    answer: (text) => {
      const { text: redacted, finds } = redactor.redact(new Raw(text))
      return { redacted, finds }
    },
  })
}

process.exitCode = await run()
