// Who is staff: whoever has the role, under a name of the policy or a letter that stays theirs.
import { type APIGuildMember, Routes } from 'discord.js'
import type { Member } from '../../core/desk/staff/work.ts'
import type { Policy } from '../../core/domain/policy.ts'
import { Raw } from '../../core/redaction/raw.ts'
import { redact } from '../../core/redaction/redact.ts'
import type { Store } from '../../core/store/open.ts'
import type { Client, DiscordSettings } from './api.ts'
import { codeOf } from './failure.ts'
import { DISCORD } from './name.ts'

const LETTERS = 'discord.staff'

/** For an order nobody can be named for: somebody with rights over the forum. */
export const SOMEBODY: Member = { key: `${DISCORD}:somebody`, persona: redact(new Raw('Team')).text, proven: false }

const letter = (index: number): string =>
  `${String.fromCharCode(65 + (index % 26))}${index < 26 ? '' : Math.floor(index / 26) + 1}`

export class Colleagues {
  readonly #policy: Policy
  readonly #settings: DiscordSettings
  readonly #store: Store
  readonly #isStaff = new Map<string, boolean>()
  #order: string[] = []

  constructor(settings: DiscordSettings, policy: Policy, store: Store) {
    this.#settings = settings
    this.#policy = policy
    this.#store = store
  }

  async load(): Promise<void> {
    const kept = await this.#store.read((r) => r.threads.fact(LETTERS))
    this.#order = kept === undefined ? [] : (JSON.parse(kept) as string[])
  }

  /** Undefined for somebody without the role, or of whom we know no roles yet. */
  member(user: string, roles: readonly string[] | undefined): Member | undefined {
    if (roles) this.#isStaff.set(user, roles.includes(this.#settings.staffRoleId))
    if (this.#isStaff.get(user) !== true) return undefined
    const key = `${DISCORD}:${user}`
    const name = this.#policy.desk.personas.find(({ staff }) => staff === key)?.name.zh ?? letter(this.#place(user))
    return { key, persona: redact(new Raw(name)).text, proven: true }
  }

  /** By first appearance: users know a colleague by the same letter for ever. */
  #place(user: string): number {
    const known = this.#order.indexOf(user)
    if (known >= 0) return known
    this.#order = [...this.#order, user]
    const order = JSON.stringify(this.#order)
    // Should it not be kept, they are met again, and so is their letter.
    void this.#store.write((w) => w.threads.putFact(LETTERS, order)).catch(() => undefined)
    return this.#order.length - 1
  }

  /** Messages read afterwards and reactions taken back come without roles. */
  async learn({ rest }: Client, user: string, signal?: AbortSignal): Promise<void> {
    if (this.#isStaff.has(user)) return
    try {
      const route = Routes.guildMember(this.#settings.guildId, user)
      const { roles } = (await rest.get(route, signal ? { signal } : {})) as APIGuildMember
      this.#isStaff.set(user, roles.includes(this.#settings.staffRoleId))
    } catch (error) {
      // They left the guild.
      if (codeOf(error) !== undefined) this.#isStaff.set(user, false)
      else throw error
    }
  }
}
