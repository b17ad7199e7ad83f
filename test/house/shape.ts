// How a file looks: its length, its name, its first sentence.
import { type HouseRule, sample } from './rule.ts'
import { isTypeScript, type SourceFile } from './source.ts'

const LONGEST = 300
const MEDIAN = 80
const P90 = 200

const linesOf = ({ text }: SourceFile): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** Lines a file over all TypeScript of the repository. */
export function lengths(files: readonly SourceFile[]): { files: number; median: number; p90: number; longest: number } {
  const sorted = files
    .filter(isTypeScript)
    .map(linesOf)
    .sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { files: sorted.length, median: at(0.5), p90: at(0.9), longest: sorted.at(-1) ?? 0 }
}

const length: HouseRule = {
  name: `no file is longer than ${LONGEST} lines, half of them not longer than ${MEDIAN}, nine of ten not longer than ${P90}`,
  faults: (files) => {
    const { median, p90 } = lengths(files)
    return [
      ...files
        .filter((file) => isTypeScript(file) && linesOf(file) > LONGEST)
        .map((file) => `${file.path}: ${linesOf(file)} lines`),
      ...(median > MEDIAN ? [`the median file has ${median} lines`] : []),
      ...(p90 > P90 ? [`one file in ten has more than ${p90} lines`] : []),
    ]
  },
  refuses: [
    sample('core/domain/order.ts', 'x\n'.repeat(LONGEST + 1)),
    sample('core/domain/order.ts', 'x\n'.repeat(P90 + 1)),
    sample('core/domain/order.ts', 'x\n'.repeat(MEDIAN + 1)),
  ],
  allows: [sample('core/domain/order.ts', 'x\n'.repeat(MEDIAN)), sample('data/texts/findings.yaml', 'x\n'.repeat(900))],
}

const VAGUE = /^(utils?|helpers?|commons?|services?|misc|shared|stuff)(\.|$)/i

const names: HouseRule = {
  name: 'files and folders are named after a noun of the domain',
  faults: (files) =>
    files
      .filter(({ path }) => path.split('/').some((part) => VAGUE.test(part)))
      .map(({ path }) => `${path}: says nothing`),
  refuses: [
    'core/utils/money.ts',
    'core/kit/helpers.ts',
    'bot/common.test.ts',
    'core/services/x.ts',
    'core/helper/x.yaml',
  ].map((path) => sample(path)),
  allows: ['core/kit/money.ts', 'core/domain/service-hours.ts'].map((path) => sample(path)),
}

/** The comment that a file opens with; empty if it opens with code. */
const opening = ({ text }: SourceFile): string =>
  (/^(?:#!.*\n)?((?:\/\/.*\n?)+)/.exec(text)?.[1] ?? '')
    .replace(/^\/\/ ?/gm, '')
    .replace(/\n/g, ' ')
    .trim()

const firstSentence: HouseRule = {
  name: 'each file of the product opens with a sentence that says what it knows',
  faults: (files) =>
    files
      .filter((file) => isTypeScript(file) && /^(core|bot|mcp-server)\//.test(file.path))
      .filter((file) => !/^\S.{9,}[.!?…]$/.test(opening(file)))
      .map(({ path }) => `${path}: open with one sentence that says what this file knows`),
  refuses: [
    sample('core/kit/money.ts', `import { x } from './x.ts'\n// Two kinds of money that never mix.\n`),
    sample('core/kit/money.ts', '// money\nexport const x = 1\n'),
    sample('bot/main.test.ts', '\n// A notice is answered once it is stored.\n'),
    sample('mcp-server/main.ts', ''),
  ],
  allows: [
    sample('core/kit/money.ts', '// Two kinds of money that never mix: fen and credit units.\nexport const x = 1\n'),
    sample('core/kit/money.ts', '// Two kinds of money that never mix:\n// fen and credit units.\n'),
    sample('test/house/source.ts', ''),
  ],
}

export const shapeRules: readonly HouseRule[] = [length, names, firstSentence]
