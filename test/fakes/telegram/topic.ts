// A forum topic: its name, its icon, and whether it is open, closed or gone.
import type { Chat } from './chat.ts'

export const GENERAL = 1
export const ICON_COLORS = [0x6fb9f0, 0xffd67e, 0xcb86db, 0x8eee98, 0xff93b2, 0xfb6f5f]

export class Topic {
  readonly chat: Chat
  readonly id: number
  readonly iconColor: number
  readonly createdBy: number
  name: string
  iconEmoji: string | undefined
  closed = false
  deleted = false

  constructor(
    chat: Chat,
    id: number,
    name: string,
    iconColor: number,
    iconEmoji: string | undefined,
    createdBy: number,
  ) {
    this.chat = chat
    this.id = id
    this.name = name
    this.iconColor = iconColor
    this.iconEmoji = iconEmoji
    this.createdBy = createdBy
  }
}
