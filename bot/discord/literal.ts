// Foreign words as Discord shows them letter for letter: nothing formats, nothing is a mention. Pure.

/** Up to here a link ends; brackets and quotes around it are none of it. */
const LINK = /https?:\/\/[^\s<>()[\]"'`|*\\]+/g

/** They format wherever they stand; `<` begins mentions, emoji and times. */
const ANYWHERE = /[\\*_~`|[<]/g
/** They format at the beginning of a line only. */
const AT_LINE_START = /^(\s*)(#{1,3}(?=\s)|-#|>|[-+](?=\s))/gm
const NUMBERED = /^(\s*\d+)\.(?=\s)/gm

const plain = (text: string): string =>
  text.replace(ANYWHERE, '\\$&').replace(AT_LINE_START, '$1\\$2').replace(NUMBERED, '$1\\.')

/**
 * In angle brackets a link stays one and its underscores stay underscores. Everything else that means something to
 * Discord stands behind a backslash.
 */
export function literal(text: string): string {
  let escaped = ''
  let end = 0
  for (const { 0: link, index } of text.matchAll(LINK)) {
    escaped += `${text.slice(end, index)}\u0000`
    end = index + link.length
  }
  const links = text.match(LINK) ?? []
  const parts = plain(escaped + text.slice(end)).split('\u0000')
  return parts.map((part, index) => (index === 0 ? part : `<${links[index - 1]}>${part}`)).join('')
}
