// Which Latin words a dictionary knows: what it does not know on a screen may be somebody's name.
import english from 'an-array-of-english-words' with { type: 'json' }

const known: ReadonlySet<string> = new Set(english)

/** Whether an English dictionary has the word, in whatever writing; what stands behind an apostrophe or a dash is no part of it. */
export const isEnglish = (word: string): boolean => known.has(word.toLowerCase().replace(/['’-].*|\.$/, ''))
