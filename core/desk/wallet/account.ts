// Opening an account in our records, with its personal data sealed, and changing its status.
import type { Account, AccountStatus } from '../../domain/account.ts'
import type { Instant } from '../../kit/clock.ts'
import { seal } from '../../redaction/sealed.ts'
import type { Context } from '../context.ts'

export type NewAccount = {
  readonly id: string
  readonly status: AccountStatus
  readonly email?: string | undefined
  readonly nickname?: string | undefined
  readonly createdAt: Instant
}

/** The row of an account: email and nickname sealed, the email also as a keyed hash by which it is found. */
export const sealedAccount = (
  { keyring }: Pick<Context, 'keyring'>,
  { id, status, email, nickname, createdAt }: NewAccount,
): Account & { emailHash: string | null } => ({
  id,
  status,
  emailSealed: email === undefined ? null : seal(keyring, 'account.email', email),
  emailHash: email === undefined ? null : keyring.hash('email', email.trim().toLowerCase()),
  nicknameSealed: nickname === undefined ? null : seal(keyring, 'account.nickname', nickname),
  createdAt,
})

export const openAccount = (context: Context, account: Omit<NewAccount, 'createdAt'>): Promise<void> =>
  context.store.write((w) => w.accounts.insert(sealedAccount(context, { ...account, createdAt: context.clock.now() })))

export const setAccountStatus = (context: Context, id: string, status: AccountStatus): Promise<void> =>
  context.store.write((w) => w.accounts.setStatus(id, status))
