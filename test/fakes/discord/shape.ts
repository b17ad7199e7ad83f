// How a request is held against the shape of its route, and its faults put into Discord's words.
import { z } from 'zod'
import { BadForm, type FormFault } from './refusal.ts'
import { isSnowflake } from './snowflake.ts'

/** A fault that a shape alone cannot tell, with the code that Discord gives it. */
export const fault = (path: readonly PropertyKey[], code: string, message: string): FormFault => ({
  path,
  code,
  message,
})

export const snowflake = z
  .string()
  .refine(isSnowflake, { params: { code: 'NUMBER_TYPE_COERCE' }, error: 'Value is not snowflake.' })
export const text = (min: number, max: number) => z.string().min(min).max(max)

type Issue = z.core.$ZodIssue

function worded(issue: Issue): FormFault {
  const { path } = issue
  if (issue.code === 'invalid_type')
    return issue.input === undefined
      ? fault(path, 'BASE_TYPE_REQUIRED', 'This field is required')
      : fault(path, 'MODEL_TYPE_CONVERT', `Expected ${issue.expected}.`)
  if (issue.code === 'too_big')
    return issue.origin === 'number' || issue.origin === 'int'
      ? fault(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${issue.maximum}.`)
      : fault(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${issue.maximum} or fewer in length.`)
  if (issue.code === 'too_small')
    return issue.origin === 'number' || issue.origin === 'int'
      ? fault(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${issue.minimum}.`)
      : fault(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${issue.minimum} or more in length.`)
  if (issue.code === 'invalid_value')
    return fault(path, 'BASE_TYPE_CHOICES', `Value must be one of (${issue.values.map(String).join(', ')}).`)
  if (issue.code === 'invalid_union') return fault(path, 'UNION_TYPE_CHOICES', 'Value is of no known type.')
  const code = issue.code === 'custom' ? String(issue.params?.code ?? 'BASE_TYPE_INVALID') : 'BASE_TYPE_INVALID'
  return fault(path, code, issue.message)
}

/** Discord ignores names that it does not know; here they are a fault, for a bot that sends them means something else. */
const faultsOf = (issue: Issue): readonly FormFault[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => fault([...issue.path, key], 'UNKNOWN_FIELD', 'There is no such field.'))
    : [worded(issue)]

export function held<S extends z.ZodType>(shape: S, given: unknown, root: readonly PropertyKey[] = []): z.output<S> {
  const read = shape.safeParse(given, { reportInput: true })
  if (read.success) return read.data
  const faults = read.error.issues.flatMap(faultsOf)
  throw new BadForm(faults.map((one) => ({ ...one, path: [...root, ...one.path] })))
}

export const refuseFaults = (faults: readonly FormFault[]): void => {
  if (faults.length > 0) throw new BadForm(faults)
}
