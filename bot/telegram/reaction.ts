// Marks as Telegram takes them: a bot may set one emoji of a closed list, and what is not on it has a likeness that is.

/** As the Bot API lists them for a reaction. */
const ALLOWED: ReadonlySet<string> = new Set(
  [
    '❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈',
    '😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡',
  ].flatMap((line) => line.split(' ')),
)

const LIKE: { readonly [mark: string]: string } = {
  '✅': '👌',
  '✔': '👌',
  '📝': '✍',
  '✏': '✍',
  '❌': '👎',
  '🚫': '👎',
  '⚠': '🤔',
  '❓': '🤔',
  '⏳': '👀',
  '🕓': '👀',
  '💬': '👀',
  '😂': '🤣',
  '🙂': '👍',
  '😀': '😁',
  '😄': '😁',
  '♥': '❤',
}

/** Where a group allows fewer than all. */
export const PLAIN = '👍'

/** The emoji that stands for a mark of ours or of a user. */
export function emojiOf(mark: string): string {
  const bare = mark.replace(/\u{FE0F}$/u, '')
  return ALLOWED.has(bare) ? bare : (LIKE[bare] ?? PLAIN)
}
