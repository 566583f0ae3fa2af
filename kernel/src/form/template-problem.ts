import type { WordingParameters } from '../wording.ts'
import type { TemplateProblemCode } from './template-wording.ts'

/** Something that keeps a template from being drawn or read back; `where` is its place in the file: `blocks[2]`. */
export type TemplateProblem = {
  readonly code: TemplateProblemCode
  readonly where: string
  readonly parameters: WordingParameters
}

export function problem(code: TemplateProblemCode, where: string, parameters: WordingParameters): TemplateProblem {
  return { code, where, parameters }
}
