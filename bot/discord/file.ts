// Files of Discord: what stands for one in the inbox, and how it is fetched when its turn comes.
import { type APIAttachment, type APIMessage, Routes } from 'discord.js'
import { err, type Result } from '../../core/kit/result.ts'
import type { Client } from './api.ts'
import { failureOf } from './failure.ts'

/** Links run out after a day: a file of a message is found again through its message. */
export const fileOf = (channel: string, message: string, { id }: Pick<APIAttachment, 'id'>): string =>
  `${channel}/${message}/${id}`

/** A file of a form belongs to no message: its link is all there is. */
export const linkOf = ({ url }: Pick<APIAttachment, 'url'>): string => `=${url}`

type Fetched = Result<Uint8Array, 'gone' | 'size' | 'later'>

export async function fetchFile(client: Client, file: string, maxBytes: number, signal: AbortSignal): Promise<Fetched> {
  if (file.startsWith('=')) return client.download(file.slice(1), maxBytes, signal)
  const [channel, message, id] = file.split('/')
  if (channel === undefined || message === undefined || id === undefined) return err('gone')
  try {
    const found = (await client.rest.get(Routes.channelMessage(channel, message), { signal })) as APIMessage
    const all = [...found.attachments, ...(found.message_snapshots ?? []).flatMap((one) => one.message.attachments)]
    const attachment = all.find((one) => one.id === id)
    if (!attachment) return err('gone')
    return attachment.size > maxBytes ? err('size') : await client.download(attachment.url, maxBytes, signal)
  } catch (error) {
    const { kind } = failureOf(error)
    return err(kind === 'no-message' || kind === 'no-thread' || kind === 'refused' ? 'gone' : 'later')
  }
}
