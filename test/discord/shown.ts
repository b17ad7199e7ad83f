// Words as Discord's app shows them: what stands behind a backslash is itself, a link in brackets is the link, the rest formats.

/** Throws where something would be shown otherwise than it was written: bold, a mention, a dressed link. */
export function shown(source: string): string {
  let text = ''
  for (let rest = source; rest !== ''; ) {
    const literal = /^\\([!-/:-@[-`{-~])/.exec(rest)
    const link = /^<(https?:\/\/[^\s<>]+)>/.exec(rest)
    const formats = /^(\*|__?|~~|`|\|\||<[@#:t]|\[[^\]]*\]\()/.exec(rest)
    const begins = (text === '' || text.endsWith('\n')) && /^\s*(#{1,3} |> |[-+] |-# |\d+\. )/.test(rest)
    if (formats || begins) throw new Error(`this would not be shown as it is: ${rest.slice(0, 20)}`)
    const [taken, said] = literal ? [2, literal[1]] : link ? [link[0].length, link[1]] : [1, rest[0]]
    text += said
    rest = rest.slice(taken)
  }
  return text
}
