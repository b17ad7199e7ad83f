// The operator's policy as it stands in its file.
import type { Result } from '../kit/result.ts'
import { ok } from '../kit/result.ts'
import { type Fault, readDataFile } from './data-file.ts'
import { type Policy, policyShape } from './policy.ts'

/** Reads the text of a policy file. Each fault names the line and what is expected there. */
export function parsePolicy(text: string, file = 'policy.yaml'): Result<Policy, Fault[]> {
  const read = readDataFile<Policy>(file, text, policyShape)
  return read.ok ? ok(read.value.value) : read
}
