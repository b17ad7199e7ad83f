// All routes; of two that fit a path, the one with fewer names in its pattern comes first.
import type { Route } from '../route.ts'
import { applicationRoutes } from './application.ts'
import { channelRoutes } from './channels.ts'
import { guildRoutes } from './guilds.ts'
import { interactionRoutes } from './interactions.ts'
import { messageRoutes } from './messages.ts'
import { reactionRoutes } from './reactions.ts'
import { threadRoutes } from './threads.ts'

const names = ({ name }: Route): number => name.split(':').length

export const routes: readonly Route[] = [
  ...applicationRoutes,
  ...channelRoutes,
  ...guildRoutes,
  ...interactionRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...threadRoutes,
].sort((a, b) => names(a) - names(b))
