// A fault in the flows, told with its file and line.
import type { Fault, Path } from '../../domain/data-file.ts'
import type { Source } from '../flow-file.ts'
import type { Spot } from './survey.ts'

/** Every class of fault that the static check tells. */
export type FlowFault =
  | 'yaml'
  | 'shape'
  | 'unknown-step'
  | 'unknown-flow'
  | 'unknown-lookup'
  | 'unknown-action'
  | 'unknown-outcome'
  | 'unhandled-outcome'
  | 'unknown-answer'
  | 'unasked-answer'
  | 'unknown-trigger'
  | 'duplicate-trigger'
  | 'duplicate-flow'
  | 'unreachable-step'
  | 'dead-end'
  | 'loop-without-question'
  | 'no-human'
  | 'missing-text'
  | 'unlike-texts'
  | 'unknown-variable'
  | 'label-too-long'
  | 'text-too-long'
  | 'too-many-choices'
  | 'no-rows'

export const inFlow = (source: Source, path: Path, fault: FlowFault, message: string): Fault => ({
  file: source.file,
  line: source.lineOf(path),
  fault,
  message: `${source.flow.name}: ${message}`,
})

export const atStep = (spot: Spot, path: Path, fault: FlowFault, message: string): Fault =>
  inFlow(spot.source, ['steps', spot.name, ...path], fault, `step ${spot.name}: ${message}`)
