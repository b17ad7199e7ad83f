// The staff's group as it is called now: it takes another id when it becomes a supergroup, and the settings still name the old one.
import type { Store } from '../../core/store/open.ts'
import type { TelegramSettings } from './api.ts'
import { TELEGRAM } from './platform.ts'

const FACT = `${TELEGRAM}.staff-chat`
/** Which setting the fact was learned from: another setting begins anew. */
const OF = `${TELEGRAM}.staff-chat.of`

export const rememberedStaffChat = (
  store: Store,
  { staffChatId }: Pick<TelegramSettings, 'staffChatId'>,
): Promise<string> =>
  store.write(async (w) => {
    const setting = String(staffChatId)
    const known = await w.threads.fact(FACT)
    if (known !== undefined && (await w.threads.fact(OF)) === setting) return known
    await w.threads.putFact(OF, setting)
    await w.threads.putFact(FACT, setting)
    return setting
  })
