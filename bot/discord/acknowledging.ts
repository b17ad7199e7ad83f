// First answers to interactions and what follows by their token.
import {
  type APIInteractionResponse,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord.js'
import { type FlowBook, interfaceText } from '../../core/conversation/book.ts'
import { SECOND, sleep } from '../../core/kit/clock.ts'
import { type Redacted, say } from '../../core/redaction/redacted.ts'
import type { Client } from './api.ts'
import { failureOf } from './failure.ts'
import { replyForm, writeForm } from './form.ts'
import type { Asked } from './interaction.ts'
import { NOBODY, wordsOf } from './sending.ts'
import { firstAnswer, followUps } from './whisper.ts'

export type Acknowledging = ReturnType<typeof makeAcknowledging>

const TRIES = 3

export function makeAcknowledging(
  { rest, acks }: Client,
  book: FlowBook,
  subjectsOf: (lang: 'zh' | 'en') => readonly Redacted[],
) {
  function formOf({ ack, lang }: Asked): APIModalInteractionResponseCallbackData | undefined {
    if (ack.kind === 'reply-form') {
      const title = interfaceText(book, lang, 'reply_title', { ticket: say`#${ack.ticketId}` })
      return replyForm(ack.customId, title, interfaceText(book, lang, 'reply_words'))
    }
    if (ack.kind !== 'write-form') return undefined
    return writeForm({
      title: interfaceText(book, lang, 'form_title'),
      about: interfaceText(book, lang, 'form_about'),
      words: interfaceText(book, lang, 'form_words'),
      picture: interfaceText(book, lang, 'form_picture'),
      subjects: subjectsOf(lang),
    })
  }

  function responseOf(asked: Asked): APIInteractionResponse {
    const form = formOf(asked)
    if (form) return { type: InteractionResponseType.Modal, data: form }
    return asked.ack.kind === 'wait'
      ? { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } }
      : { type: InteractionResponseType.DeferredMessageUpdate }
  }

  /** Whoever pressed an old button minds nothing: what fails here is only less convenient. */
  const quietly = (work: Promise<unknown>): Promise<boolean> =>
    work.then(
      () => true,
      () => false,
    )

  return {
    /** False where nobody listens any more: the answer has to go another way. */
    async acknowledge(asked: Asked): Promise<boolean> {
      const body = responseOf(asked)
      for (let tries = 1; ; tries++) {
        try {
          await acks.post(Routes.interactionCallback(asked.id, asked.token), { body, auth: false })
          return true
        } catch (error) {
          const { kind } = failureOf(error)
          const again = kind === 'unclear' || kind === 'later'
          if (!again || tries >= TRIES) return false
          await sleep(SECOND / 10)
        }
      }
    },

    /** "Thinking" goes away: the answer stands elsewhere. */
    clear: (asked: Asked): Promise<boolean> => quietly(rest.delete(firstAnswer(asked), { auth: false })),

    /** "Thinking" becomes these words. */
    finish: (asked: Asked, text: Redacted): Promise<boolean> => {
      const body = { ...wordsOf(text), allowed_mentions: NOBODY }
      return quietly(rest.patch(firstAnswer(asked), { body, auth: false }))
    },

    /** The same with something of ours in it that is to work, such as the name of a channel. */
    point: (asked: Asked, content: Redacted): Promise<boolean> =>
      quietly(rest.patch(firstAnswer(asked), { body: { content, allowed_mentions: NOBODY }, auth: false })),

    /** A word for the presser alone. */
    whisper: (asked: Asked, text: Redacted): Promise<boolean> => {
      const body = { ...wordsOf(text), allowed_mentions: NOBODY, flags: MessageFlags.Ephemeral }
      return quietly(rest.post(followUps(asked), { body, auth: false }))
    },
  }
}
