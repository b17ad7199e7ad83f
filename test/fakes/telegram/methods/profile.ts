// Methods about the bot's own face: its commands for a scope and a language, its name and descriptions.
import { z } from 'zod'
import { chatNamed } from '../access.ts'
import { chatId } from '../fields.ts'
import { type Methods, method } from '../method.ts'
import { breach } from '../refusal.ts'
import type { World } from '../world.ts'

const scope = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('default') }),
    z.strictObject({ type: z.literal('all_private_chats') }),
    z.strictObject({ type: z.literal('all_group_chats') }),
    z.strictObject({ type: z.literal('all_chat_administrators') }),
    z.strictObject({ type: z.literal('chat'), chat_id: chatId }),
    z.strictObject({ type: z.literal('chat_administrators'), chat_id: chatId }),
    z.strictObject({ type: z.literal('chat_member'), chat_id: chatId, user_id: z.int() }),
  ])
  .optional()
const language = { language_code: z.string().optional() }
const which = { scope, ...language }

function keyOf(world: World, given: { scope?: z.output<typeof scope>; language_code?: string | undefined }): string {
  if (given.language_code && !/^[a-z]{2}$/.test(given.language_code)) throw breach('invalid language code specified')
  if (given.scope && 'chat_id' in given.scope) chatNamed(world, given.scope.chat_id)
  return JSON.stringify([given.scope ?? { type: 'default' }, given.language_code ?? ''])
}

/** `get…` and `set…` of one text in several languages. */
const faceText = (name: string, field: string, most: number): Methods => ({
  [`setMy${name}`]: method({ [field]: z.string().optional(), ...language }, (given, { world }) => {
    const text = String((given as { [field: string]: unknown })[field] ?? '')
    if ([...text].length > most) throw breach(`${field} is too long`)
    world.face.set(`${field} ${given.language_code ?? ''}`, text)
    return true
  }),
  [`getMy${name}`]: method(language, (given, { world }) => ({
    [field]: world.face.get(`${field} ${given.language_code ?? ''}`) ?? world.face.get(`${field} `) ?? '',
  })),
})

export const profileMethods: Methods = {
  setMyCommands: method(
    { ...which, commands: z.array(z.strictObject({ command: z.string(), description: z.string() })).max(100) },
    (given, { world }) => {
      for (const { command, description } of given.commands) {
        if (!/^[a-z0-9_]{1,32}$/.test(command)) throw breach('BOT_COMMAND_INVALID')
        if (description === '' || [...description].length > 256) throw breach('BOT_COMMAND_DESCRIPTION_INVALID')
      }
      world.commands.set(keyOf(world, given), given.commands)
      return true
    },
  ),
  getMyCommands: method(which, (given, { world }) => world.commands.get(keyOf(world, given)) ?? []),
  deleteMyCommands: method(which, (given, { world }) => {
    world.commands.delete(keyOf(world, given))
    return true
  }),
  ...faceText('Name', 'name', 64),
  ...faceText('Description', 'description', 512),
  ...faceText('ShortDescription', 'short_description', 120),
}
