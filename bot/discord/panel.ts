// The panel of a channel: a few words and a button that opens whoever presses it a private place.
import { Routes } from 'discord.js'
import { type FlowBook, interfaceText } from '../../core/conversation/book.ts'
import { join } from '../../core/redaction/redacted.ts'
import type { Store } from '../../core/store/open.ts'
import type { Client } from './api.ts'
import { layOut, OPEN } from './layout.ts'
import { NOBODY, wordsOf } from './sending.ts'

const PARENT = 'discord.parent'

/** The channel under which private threads are made: where the panel stands, else where the bot was first called. */
export class Parent {
  readonly #store: Store
  #channel: string | undefined

  constructor(store: Store) {
    this.#store = store
  }

  async load(): Promise<void> {
    this.#channel = await this.#store.read((r) => r.threads.fact(PARENT))
  }

  get channel(): string | undefined {
    return this.#channel
  }

  async is(channel: string): Promise<void> {
    if (this.#channel === channel) return
    this.#channel = channel
    await this.#store.write((w) => w.threads.putFact(PARENT, channel))
  }
}

/** In both languages: everybody reads it. Throws where the bot may not write there. */
export async function placePanel({ rest }: Client, book: FlowBook, channel: string): Promise<void> {
  const words = join([interfaceText(book, 'zh', 'panel_words'), interfaceText(book, 'en', 'panel_words')], '\n\n')
  const label = join([interfaceText(book, 'zh', 'panel_button'), interfaceText(book, 'en', 'panel_button')], ' · ')
  const body = { ...wordsOf(words), components: layOut([[{ label, data: OPEN }]]), allowed_mentions: NOBODY }
  await rest.post(Routes.channelMessages(channel), { body })
}
