// Every method that the fake knows, under its name.
import type { Methods } from '../method.ts'
import { chatMethods } from './chats.ts'
import { copyingMethods } from './copying.ts'
import { editingMethods } from './editing.ts'
import { handlingMethods } from './handling.ts'
import { profileMethods } from './profile.ts'
import { receivingMethods } from './receiving.ts'
import { sendingMethods } from './sending.ts'
import { topicMethods } from './topics.ts'

export const methods: Methods = {
  ...chatMethods,
  ...copyingMethods,
  ...editingMethods,
  ...handlingMethods,
  ...profileMethods,
  ...receivingMethods,
  ...sendingMethods,
  ...topicMethods,
}
