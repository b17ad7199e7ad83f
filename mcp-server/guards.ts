// Who may speak to the HTTP server before anything is read: which Host it was called by, and which page in a browser called.

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]', '::1'] as const

export const isLoopback = (host: string): boolean => (LOOPBACK as readonly string[]).includes(host.toLowerCase())

export type Guards = {
  readonly host: (header: string | undefined) => boolean
  readonly origin: (header: string | undefined) => boolean
}

/** `host` without its port. */
const nameOf = (host: string): string => host.replace(/:\d{1,5}$/, '')

/** Bound to loopback, local names and local pages are let in by themselves; everything else by the lists. */
export function makeGuards(bind: string, hosts: readonly string[], origins: readonly string[]): Guards {
  const local = isLoopback(bind)
  const allowed = new Set(hosts.map((host) => host.toLowerCase()))
  const pages = new Set(origins.map((origin) => origin.toLowerCase().replace(/\/$/, '')))
  return {
    host: (header) => {
      const host = header?.toLowerCase() ?? ''
      return allowed.has(host) || allowed.has(nameOf(host)) || (local && isLoopback(nameOf(host)))
    },
    origin: (header) => {
      // Programs send none. `null` is what a sandboxed page sends: nobody's.
      if (header === undefined) return true
      const origin = header.toLowerCase()
      if (pages.has(origin)) return true
      const match = /^https?:\/\/(\[[0-9a-f:]+\]|[^/:]+)(:\d{1,5})?$/.exec(origin)
      return local && match !== null && isLoopback(match[1] ?? '')
    },
  }
}
