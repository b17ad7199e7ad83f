// Which Latin words a dictionary knows: what it does not know on a screen may be somebody's name.
import english from 'an-array-of-english-words' with { type: 'json' }

const known: ReadonlySet<string> = new Set(english)

const LONGEST = 18
/** These stand between words that a reader glued together. */
const SHORT = new Set('a i to of on at by is in or an my me no up as it we he be do go so us am if'.split(' '))

/** Whether letters are English words with their spaces lost: Paymentstatus, insufficientfunds. */
export function isEnglishGlued(letters: string): boolean {
  const text = letters.toLowerCase()
  const reached = [true]
  for (let end = 1; end <= text.length; end++) {
    reached[end] = false
    for (let start = Math.max(0, end - LONGEST); start < end && !reached[end]; start++) {
      const word = reached[start] ? text.slice(start, end) : ''
      reached[end] = word.length > 2 ? known.has(word) : SHORT.has(word)
    }
  }
  return reached[text.length] === true
}

/** Whether an English dictionary has the word, in whatever writing; what stands behind an apostrophe or a dash is no part of it. */
export const isEnglish = (word: string): boolean => known.has(word.toLowerCase().replace(/['’-].*|\.$/, ''))
