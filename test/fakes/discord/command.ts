// Application commands as a bot registers them: their shape, the rules for names, and the languages they may have.
import { z } from 'zod'
import type { FormFault } from './refusal.ts'
import { fault, refuseFaults, snowflake, text } from './shape.ts'

const LOCALES =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  )
export type Locale = string

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const name = z.string().refine((given) => NAME.test(given) && given === given.toLowerCase(), {
  params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
  error: 'Command name is invalid',
})
const menuName = text(1, 32)
const description = text(1, 100)

const byLocale = <S extends z.ZodType>(shape: S) =>
  z
    .record(z.string(), shape.nullish())
    .check(({ value, issues }) => {
      for (const locale of Object.keys(value))
        if (!LOCALES.includes(locale))
          issues.push({
            code: 'custom',
            path: [locale],
            params: { code: 'APPLICATION_COMMAND_INVALID_LOCALE' },
            message: 'Locale is not known.',
            input: value,
          })
    })
    .nullish()

const choice = z.strictObject({
  name: text(1, 100),
  name_localizations: byLocale(text(1, 100)),
  value: z.union([text(0, 100), z.number()]),
})

const leaf = {
  name,
  name_localizations: byLocale(name),
  description,
  description_localizations: byLocale(description),
}

const value = z.strictObject({
  type: z.int().min(3).max(11),
  ...leaf,
  required: z.boolean().optional(),
  choices: z.array(choice).max(25).optional(),
  channel_types: z.array(z.int()).optional(),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
  min_length: z.int().min(0).max(6000).optional(),
  max_length: z.int().min(1).max(6000).optional(),
  autocomplete: z.boolean().optional(),
})
const values = z.array(value).max(25).optional()
const sub = z.strictObject({ type: z.literal(1), ...leaf, options: values, required: z.boolean().optional() })
const group = z.strictObject({
  type: z.literal(2),
  ...leaf,
  options: z.array(sub).max(25).optional(),
  required: z.boolean().optional(),
})

const around = {
  id: snowflake.optional(),
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  dm_permission: z.boolean().nullish(),
  contexts: z.array(z.int().min(0).max(2)).min(1).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).min(1).nullish(),
  nsfw: z.boolean().nullish(),
}

const slash = z.strictObject({
  type: z.literal(1),
  ...leaf,
  ...around,
  options: z
    .array(z.union([value, sub, group]))
    .max(25)
    .nullish(),
})
const menu = z.strictObject({
  type: z.union([z.literal(2), z.literal(3)]),
  name: menuName,
  name_localizations: byLocale(menuName),
  description: z.literal('').nullish(),
  ...around,
})

export const commandShape = z.preprocess(
  (given) => (given && typeof given === 'object' ? { type: 1, ...given } : given),
  z.discriminatedUnion('type', [slash, menu]),
)
export type CommandBody = z.output<typeof commandShape>
export type Option = {
  readonly type: number
  readonly name: string
  readonly required?: boolean
  readonly options?: readonly Option[]
  readonly choices?: readonly { value: unknown }[]
}

export type Command = CommandBody & { readonly id: string; readonly version: string }

const MOST = 100

function optionFaults(options: readonly Option[], path: readonly PropertyKey[]): readonly FormFault[] {
  const names = options.map(({ name: own }) => own)
  return options.flatMap(({ name: own, required, options: inner }, index) => [
    ...(names.indexOf(own) < index
      ? [
          fault(
            [...path, index, 'name'],
            'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
            'Option name already exists',
          ),
        ]
      : []),
    ...(required && options.slice(0, index).some((one) => one.type > 2 && !one.required)
      ? [
          fault(
            [...path, index],
            'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            'Required options must be placed before non-required options',
          ),
        ]
      : []),
    ...optionFaults(inner ?? [], [...path, index, 'options']),
  ])
}

/** What holds for all commands of one registration together. */
export function checkCommands(commands: readonly CommandBody[]): void {
  const keys = commands.map(({ type, name: own }) => `${type} ${own}`)
  refuseFaults([
    ...(commands.filter(({ type }) => type === 1).length > MOST
      ? [fault([], 'APPLICATION_COMMAND_TOO_MANY', `Maximum number of application commands reached (${MOST}).`)]
      : []),
    ...keys.flatMap((key, index) =>
      keys.indexOf(key) < index
        ? [fault([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')]
        : [],
    ),
    ...commands.flatMap((one, index) =>
      'options' in one ? optionFaults((one.options ?? []) as readonly Option[], [index, 'options']) : [],
    ),
  ])
}

export const commandWire = (command: Command, applicationId: string, guildId: string): object => ({
  ...command,
  application_id: applicationId,
  ...(guildId ? { guild_id: guildId } : {}),
  description: command.description ?? '',
  default_member_permissions: command.default_member_permissions ?? null,
  contexts: command.contexts ?? null,
  integration_types: command.integration_types ?? [0],
  nsfw: command.nsfw ?? false,
  name_localizations: command.name_localizations ?? null,
  ...('description_localizations' in command
    ? { description_localizations: command.description_localizations ?? null }
    : {}),
})
