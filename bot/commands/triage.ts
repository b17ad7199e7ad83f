// The `triage` command: reports as JSON lines in, the category of each out, every line alone and in order.
import { matchOpening } from '../../core/conversation/match/opening.ts'
import { answerLines } from './json-lines.ts'

process.exitCode = await answerLines({
  name: 'triage',
  usage:
    'usage: npm run -s triage < reports.jsonl   (lines {"id","text"} in, lines {"id","category","confidence"} out)\n',
  longestLine: 16 * 1024 * 1024,
  answer: (text) => {
    const { category, confidence } = matchOpening(text)
    return { category, confidence }
  },
})
