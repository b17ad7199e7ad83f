// Names on Discord: the platform's own, and a message's, which says its channel too because numbers alone name nothing there.

export const DISCORD = 'discord'

/** What stands for the channel of a message that only one person can see. */
const UNSEEN = '-'

export const messageName = (channel: string, message: string): string => `${channel}/${message}`
export const unseenName = (message: string): string => `${UNSEEN}/${message}`

/** A user's own place is named by its kind: its number stands nowhere in clear. */
export const homeName = (way: 'thread' | 'direct', message: string): string => `${way}/${message}`

export type Named = { readonly channel: string; readonly message: string }

/** Undefined for a message that was for one person's eyes: it cannot be reached again. */
export function readName(name: string, channel?: string): Named | undefined {
  const [first = '', message] = name.split('/')
  if (first === UNSEEN) return undefined
  if (message !== undefined) return { channel: first, message }
  return channel === undefined ? undefined : { channel, message: first }
}

/** Ids count milliseconds since then. */
export const EPOCH_MS = 1_420_070_400_000
/** When something of Discord's was made stands in its id. */
export const madeAt = (id: string): number => Number(BigInt(id) >> 22n) + EPOCH_MS
