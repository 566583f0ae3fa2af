import type { FormContent } from '../../form/form-content.ts'
import type { FormTemplate } from '../../form/form-template.ts'
import type { LintCode } from '../lint-wording.ts'

/** A form that gives occasion for one finding, and one that only looks like it. For tests. */
export type LintExample = {
  readonly code: LintCode
  /** What is wrong, in the words of the office. */
  readonly story: string
  readonly where: string
  readonly form: FormContent
  readonly nearMiss: FormContent
  readonly template?: FormTemplate
  readonly sisters?: readonly FormContent[]
}
