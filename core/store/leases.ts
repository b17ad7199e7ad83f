// Leases: one row for each work that only one process may do.
import type { Lease } from '../domain/lease.ts'
import type { Connection } from './connection.ts'
import { table } from './table.ts'

const lease = table<Lease>('lease', { name: 'plain', holder: 'plain', fence: 'plain', until: 'plain' })
const insert = lease.inserter()
const save = lease.saver()
const byName = lease.one('byName', (q, p: { name: string }) => q.where('name', '=', p.name))

export const leaseReader = (c: Connection) => ({ byName: (name: string) => byName(c, { name }) })
export const leaseWriter = (c: Connection) => ({
  ...leaseReader(c),
  insert: (row: Lease) => insert(c, row),
  save: async (row: Lease) => void (await save(c, row)),
})
