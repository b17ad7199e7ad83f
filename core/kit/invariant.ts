// A broken invariant is a bug of ours: it throws, is caught once per entry point, and carries no foreign text.

export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/** Throws an InvariantError with `what` unless `condition` holds. `what` must be a constant sentence of ours. */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new InvariantError(what)
}

/** Proves to the compiler that a switch over a closed union is complete. */
export function never(value: never): never {
  throw new InvariantError(`unreachable: ${typeof value}`)
}
