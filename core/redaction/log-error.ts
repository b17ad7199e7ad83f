// What may be told of an error: its name, its code and where it happened. Its message may quote what a person sent.

export type ErrorFacts = {
  readonly name: string
  readonly code?: string | number
  /** "function file.ts:12", innermost first. */
  readonly stack: readonly string[]
  readonly cause?: ErrorFacts
}

const MOST_FRAMES = 12
const MOST_CAUSES = 4
const NAME = /^[A-Za-z_$][\w$.]{0,60}$/
const CODE = /^[A-Za-z][A-Za-z0-9_.-]{0,48}$/
// "at fn (file:///dir/file.ts:1:2)", "at async fn (…)", "at /dir/file.ts:1:2"; the folder is left out.
const FRAME =
  /^ {4}at (?:async )?(?:(?:new )?([\w$.<>#]{1,80})(?: \[as [\w$.]{1,60}\])? \()?(?:[^()]*[/\\])?([\w$.@-]{1,80}):(\d{1,7}):\d{1,7}\)?$/
const NODE_FRAME =
  /^ {4}at (?:async )?(?:(?:new )?([\w$.<>#]{1,80})(?: \[as [\w$.]{1,60}\])? \()?(node:[\w/]{1,60}):(\d{1,7}):\d{1,7}\)?$/

/** The lines of a stack behind the message: a message may hold lines that look like frames. */
function framesOf(error: Error): string[] {
  const { stack, message } = error
  if (typeof stack !== 'string') return []
  const quoted = typeof message === 'string' && message !== '' ? stack.indexOf(message) : 0
  // The message was changed after the stack was made: where it ends can't be known, so nothing is told.
  if (quoted < 0) return []
  return stack.slice(quoted + (message?.length ?? 0)).split('\n')
}

function frame(line: string): string | undefined {
  const match = NODE_FRAME.exec(line) ?? FRAME.exec(line)
  if (!match) return undefined
  const [, fn, file, row] = match
  return `${fn ?? '(top)'} ${file}:${row}`
}

/** Describes an error; `net` goes over every string once more. Never throws. */
export function describeError(error: Error, net: (text: string) => string, depth = 0): ErrorFacts {
  try {
    const code = 'code' in error ? error.code : undefined
    const { cause } = error
    return {
      name: NAME.test(error.name) ? net(error.name) : 'Error',
      ...(typeof code === 'number' ? { code } : {}),
      ...(typeof code === 'string' && CODE.test(code) ? { code: net(code) } : {}),
      stack: framesOf(error)
        .map(frame)
        .filter((line) => line !== undefined)
        .slice(0, MOST_FRAMES)
        .map(net),
      ...(cause instanceof Error && depth < MOST_CAUSES ? { cause: describeError(cause, net, depth + 1) } : {}),
    }
  } catch {
    return { name: 'Error', stack: [] }
  }
}
