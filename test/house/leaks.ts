// What must not be committed: paths of somebody's machine, hosts of package mirrors, names of tools that a reader does not have.
import { type HouseRule, sample } from './rule.ts'

/** Pieced together, so that this file does not find itself. */
const either = (...words: readonly (readonly string[])[]): string => words.map((pieces) => pieces.join('')).join('|')

const leaks: readonly { readonly what: string; readonly pattern: RegExp; readonly refuses: readonly string[] }[] = [
  {
    what: 'an absolute path of one machine',
    pattern: new RegExp(
      `(?<![\\w.~/-])/(?:${either(['wo', 'rk'], ['ho', 'me'], ['ro', 'ot'], ['Use', 'rs'], ['us', 'r/local'])})/[\\w.-]|\\b[A-Z]:\\\\+${either(['Use', 'rs'])}\\\\`,
    ),
    refuses: [
      ['see /ho', 'me/li/notes.txt'],
      ['"/wo', 'rk/main/core"'],
      ['/us', 'r/local/bin/x'],
      ['C:\\\\Use', 'rs\\\\li'],
    ].map((pieces) => pieces.join('')),
  },
  {
    what: 'the host of a package registry',
    pattern: new RegExp(
      either(['registry\\.[a-z0-9-]+', '\\.[a-z]{2,}'], ['npm', 'mirror'], ['arti', 'factory'], ['verda', 'ccio']),
      'i',
    ),
    refuses: [
      ['"resolved": "https://registry', '.npmjs.org/zod"'],
      ['https://npm', 'mirror.com'],
    ].map((pieces) => pieces.join('')),
  },
  {
    what: 'a tool that only its authors have',
    pattern: new RegExp(
      either(['farm', '-studio'], ['\\bissues ', 'show\\b'], ['duplicates ', '--change'], ['/shared/', 'hooks']),
    ),
    refuses: [
      ['run `issues ', 'show 2`'],
      ['open farm', '-studio'],
    ].map((pieces) => pieces.join('')),
  },
]

export const leakRules: readonly HouseRule[] = leaks.map(({ what, pattern, refuses }) => ({
  name: `nothing committed names ${what}`,
  faults: (files) =>
    files.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: names ${what}`] : [])),
    ),
  refuses: refuses.map((text) => sample('core/domain/order.ts', text)),
  allows: [
    sample('core/store/query.ts', 'registry.map(({ name }) => name)'),
    sample('README.md', 'see https://pay.example.com/home/orders, ./work/x and var/demo.db'),
  ],
}))
