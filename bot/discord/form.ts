// Forms for what must be typed: a user's words with a subject and a picture, a colleague's answer. How they look and what was filled in. Pure.
import {
  type APIAttachment,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  TextInputStyle,
} from 'discord.js'
import type { Redacted } from '../../core/redaction/redacted.ts'
import { WRITE } from './layout.ts'

const TITLE = 45
const LABEL = 45
const OPTION = 100
const OPTIONS = 25
const WORDS = 4_000
/** A staff's answer leaves in messages of two thousand; a longer one is split. */
const FILES = 4

export const FIELD = { about: 'about', words: 'words', picture: 'picture' } as const

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

/** A form of Discord: a title and fields, each under a label. */
type Form = APIModalInteractionResponseCallbackData

const words = (label: Redacted, required: boolean): Form['components'][number] => ({
  type: ComponentType.Label,
  label: cut(label, LABEL),
  component: {
    type: ComponentType.TextInput,
    custom_id: FIELD.words,
    style: TextInputStyle.Paragraph,
    max_length: WORDS,
    required,
  },
})

export type WriteWords = {
  readonly title: Redacted
  readonly about: Redacted
  readonly words: Redacted
  readonly picture: Redacted
  /** Sentences with which a talk can begin, each in its own words. */
  readonly subjects: readonly Redacted[]
}

export const writeForm = ({ title, about, words: label, picture, subjects }: WriteWords): Form => ({
  custom_id: WRITE,
  title: cut(title, TITLE),
  components: [
    ...(subjects.length === 0
      ? []
      : [
          {
            type: ComponentType.Label,
            label: cut(about, LABEL),
            component: {
              type: ComponentType.StringSelect,
              custom_id: FIELD.about,
              required: false,
              options: subjects
                .slice(0, OPTIONS)
                .map((subject) => ({ label: cut(subject, OPTION), value: cut(subject, OPTION) })),
            },
          } as const,
        ]),
    words(label, false),
    {
      type: ComponentType.Label,
      label: cut(picture, LABEL),
      component: {
        type: ComponentType.FileUpload,
        custom_id: FIELD.picture,
        required: false,
        min_values: 0,
        max_values: FILES,
      },
    },
  ],
})

/** `customId` comes back with what was written. */
export const replyForm = (customId: string, title: Redacted, label: Redacted): Form => ({
  custom_id: customId,
  title: cut(title, TITLE),
  components: [words(label, true)],
})

export type Filled = {
  readonly about: string
  readonly words: string
  readonly files: readonly APIAttachment[]
}

type Field = { readonly custom_id?: string; readonly value?: string; readonly values?: readonly string[] }

export function readForm({ data }: APIModalSubmitInteraction): Filled {
  const fields: readonly Field[] = data.components.flatMap((part): readonly Field[] => {
    if ('component' in part) return [part.component as Field]
    return 'components' in part ? (part.components as readonly Field[]) : []
  })
  const field = (id: string): Field => fields.find(({ custom_id: own }) => own === id) ?? {}
  const resolved = data.resolved?.attachments ?? {}
  return {
    about: field(FIELD.about).values?.[0] ?? '',
    words: field(FIELD.words).value ?? '',
    files: (field(FIELD.picture).values ?? []).flatMap((id) => {
      const file = resolved[id]
      return file ? [file] : []
    }),
  }
}
