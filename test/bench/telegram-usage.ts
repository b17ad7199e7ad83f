// Loaded into a bot that is measured: answers its parent's question with the processor time and the memory used so far.
import '../kill-telegram/preload.ts'

export type Usage = { readonly cpuMs: number; readonly rssMb: number }

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMs: (user + system) / 1_000, rssMb: process.memoryUsage.rss() / 1_048_576 } satisfies Usage)
})
// A parent that only listens must not keep the bot alive.
process.channel?.unref()
