// Chinese words of payment screens, and whether a run of signs is made of them and nothing else.
// The words of on-screens.json: those of the open interfaces of shops, consoles and books (medusa, akaunting, strapi, payload,
// litemall, mall, one-api) and what was added by hand. One that is missing costs a box on the picture, one too many may cost a
// nickname: no names of people, animals or flowers, and no verbs of poems (漫步).
import onScreens from './on-screens.json' with { type: 'json' }

const words: ReadonlySet<string> = new Set(onScreens.zh.split(' '))
const LONGEST = 6

/** Signs that are words by themselves, or parts of words that the dictionary of the runtime takes apart. */
const signs: ReadonlySet<string> = new Set(onScreens.signs)
/** Signs that stand by themselves in sentences. */
export const signsOfProse: ReadonlySet<string> = new Set(onScreens.prose + onScreens.signs)

/** The runtime's dictionary takes many words of the trade apart, so it is not asked. */
export function isOfTradeWords(run: string): boolean {
  const reached = [true]
  for (let end = 1; end <= run.length; end++) {
    reached[end] = reached[end - 1] === true && signs.has(run[end - 1] ?? '')
    for (let start = Math.max(0, end - LONGEST); start < end - 1 && !reached[end]; start++)
      reached[end] = reached[start] === true && words.has(run.slice(start, end))
  }
  return reached[run.length] === true
}
