// The body of a message that the bot sends or edits: its shape, its limits, and how it becomes what stands in a channel.
import { z } from 'zod'
import type { Upload } from './body.ts'
import { components, layoutFaults, numbered } from './components.ts'
import {
  type Attachment,
  COMPONENTS_V2,
  type Component,
  EPHEMERAL,
  type Message,
  SUPPRESS_EMBEDS,
  SUPPRESS_NOTIFICATIONS,
} from './message.ts'
import type { Draft } from './posting.ts'
import { type FormFault, refuse } from './refusal.ts'
import { fault, refuseFaults, snowflake, text } from './shape.ts'
import type { World } from './world.ts'

const MB = 1024 * 1024
export const FILE_BYTES = 10 * MB
const MOST_EMBEDDED = 6000

const link = z.string().max(2048)
const embed = z.strictObject({
  type: z.string().optional(),
  title: z.string().max(256).nullish(),
  description: z.string().max(4096).nullish(),
  url: link.nullish(),
  timestamp: z.string().nullish(),
  color: z.int().min(0).max(0xffffff).nullish(),
  footer: z.strictObject({ text: z.string().max(2048), icon_url: link.nullish() }).nullish(),
  image: z.strictObject({ url: link }).nullish(),
  thumbnail: z.strictObject({ url: link }).nullish(),
  author: z.strictObject({ name: z.string().max(256), url: link.nullish(), icon_url: link.nullish() }).nullish(),
  fields: z
    .array(z.strictObject({ name: text(1, 256), value: text(1, 1024), inline: z.boolean().optional() }))
    .max(25)
    .nullish(),
})
export type Embed = z.output<typeof embed>

const allowedMentions = z
  .strictObject({
    parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional(),
    users: z.array(snowflake).max(100).optional(),
    roles: z.array(snowflake).max(100).optional(),
    replied_user: z.boolean().optional(),
  })
  .check(({ value, issues }) => {
    for (const kind of ['users', 'roles'] as const)
      if (value.parse?.includes(kind) && (value[kind] ?? []).length > 0)
        issues.push({
          code: 'custom',
          path: ['parse'],
          params: { code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE' },
          message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
          input: value,
        })
  })

const attachments = z
  .array(
    z.strictObject({
      id: z.union([snowflake, z.int().min(0)]),
      filename: z.string().max(1024).nullish(),
      description: z.string().max(1024).nullish(),
      title: z.string().max(1024).nullish(),
      url: z.string().optional(),
    }),
  )
  .max(10)

/** What every way of sending takes. */
export const said = {
  content: z.string().max(2000).nullish(),
  embeds: z.array(embed).max(10).nullish(),
  components: components.nullish(),
  allowed_mentions: allowedMentions.nullish(),
  attachments: attachments.nullish(),
  flags: z.int().nullish(),
  // The client writes these on everything that it sends, edits too.
  tts: z.boolean().nullish(),
  nonce: z.union([text(0, 25), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
}

export const created = {
  ...said,
  sticker_ids: z.array(snowflake).max(3).nullish(),
}

export type Said = z.output<z.ZodObject<typeof said>> & { readonly sticker_ids?: readonly string[] | null | undefined }

const sizeOf = (embeds: readonly Embed[]): number =>
  embeds
    .flatMap(({ title, description, footer, author, fields }) => [
      title,
      description,
      footer?.text,
      author?.name,
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    ])
    .reduce((sum, words) => sum + (words?.length ?? 0), 0)

const SENDABLE = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2

/** What the fields of one message must keep to together. `was`: the message that is edited. */
function check(given: Said, { ephemeral, was }: { ephemeral: boolean; was?: Message | undefined }): void {
  const flags = (given.flags ?? 0) | ((was?.flags ?? 0) & COMPONENTS_V2)
  const faults: FormFault[] = []
  const unknown = (given.flags ?? 0) & ~(SENDABLE | (ephemeral || was ? EPHEMERAL : 0))
  if (unknown) faults.push(fault(['flags'], 'MESSAGE_FLAGS_INVALID', `Flags ${unknown} cannot be set here.`))
  if (sizeOf(given.embeds ?? []) > MOST_EMBEDDED)
    faults.push(fault(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MOST_EMBEDDED}`))
  if (given.components) faults.push(...layoutFaults(given.components as Component[], flags))
  if (flags & COMPONENTS_V2)
    for (const field of ['content', 'embeds'] as const)
      if (given[field]?.length)
        faults.push(
          fault(
            [field],
            'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
            `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
          ),
        )
  refuseFaults(faults)
}

const TYPES: { readonly [ending: string]: string } = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
}

export const typeOf = (name: string): string =>
  TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

export const attach = (world: World, { name, bytes, type }: Upload & { readonly type?: string }): Attachment => ({
  id: world.nextId(),
  name: name.replace(/[^\p{L}\p{N}._-]+/gu, '_'),
  bytes,
  type: type ?? typeOf(name),
})

type Files = ReadonlyMap<string, Upload>

/** Uploads stand as `files[n]`; where attachments are listed, each `n` is named there. */
function uploaded(world: World, given: Said, files: Files): readonly Attachment[] {
  const named = given.attachments?.map(({ id }) => String(id))
  return [...files].map(([field, upload]) => {
    if (upload.bytes.length > FILE_BYTES) throw refuse(40005)
    const number = /^files\[(\d+)\]$/.exec(field)?.[1]
    if (number === undefined || (named && !named.includes(number)))
      refuseFaults([fault(['attachments'], 'ATTACHMENT_NOT_FOUND', `Nothing names the upload ${field}.`)])
    const listed = given.attachments?.find(({ id }) => String(id) === number)
    return attach(world, { ...upload, name: listed?.filename ?? upload.name })
  })
}

const isEmpty = (draft: Draft): boolean =>
  ![draft.content?.trim(), draft.embeds, draft.components, draft.files, draft.stickers].some((part) => part?.length)

export function draftOf(world: World, given: Said, files: Files, { ephemeral = false } = {}): Draft {
  check(given, { ephemeral })
  const orphans = (given.attachments ?? []).filter(({ id }) => !files.has(`files[${id}]`))
  refuseFaults(
    orphans.map(({ id }) => fault(['attachments'], 'ATTACHMENT_NOT_FOUND', `There is no upload for attachment ${id}.`)),
  )
  const draft: Draft = {
    content: given.content ?? '',
    embeds: (given.embeds ?? []).map((one) => ({ type: 'rich', ...one })),
    components: numbered((given.components ?? []) as Component[]),
    files: uploaded(world, given, files),
    flags: given.flags ?? 0,
    mentions: given.allowed_mentions ?? undefined,
    stickers: (given.sticker_ids ?? []).map((id) => ({ id, name: '' })),
  }
  if (isEmpty(draft)) throw refuse(50006)
  return draft
}

/** The fields that are given; files that stand and are not listed go where files are listed at all. */
export function changeOf(world: World, message: Message, given: Said, files: Files) {
  check(given, { ephemeral: false, was: message })
  const kept = given.attachments
    ? message.attachments.filter(({ id }) => given.attachments?.some((one) => String(one.id) === id))
    : message.attachments
  const change = {
    content: given.content,
    embeds: given.embeds?.map((one) => ({ type: 'rich', ...one })) ?? given.embeds,
    components: given.components ? numbered(given.components as Component[]) : given.components,
    files: given.attachments || files.size > 0 ? [...kept, ...uploaded(world, given, files)] : undefined,
    flags: given.flags == null ? undefined : given.flags | (message.flags & (EPHEMERAL | COMPONENTS_V2)),
    mentions: given.allowed_mentions,
  }
  const after: Draft = {
    content: change.content === undefined ? message.content : (change.content ?? ''),
    embeds: change.embeds === undefined ? message.embeds : (change.embeds ?? []),
    components: change.components === undefined ? message.components : (change.components ?? []),
    files: change.files ?? message.attachments,
  }
  if (isEmpty(after)) throw refuse(50006)
  return change
}
