import { AMOUNT_EXAMPLES } from './amount-examples.ts'
import { CONTENT_EXAMPLES } from './content-examples.ts'
import { COST_EXAMPLES } from './cost-examples.ts'
import { DATE_EXAMPLES } from './date-examples.ts'
import { EVALUATION_EXAMPLES } from './evaluation-examples.ts'
import { FILLING_EXAMPLES } from './filling-examples.ts'
import { INDICATOR_EXAMPLES } from './indicator-examples.ts'
import type { LintExample } from './lint-example.ts'
import { SISTER_EXAMPLES } from './sister-examples.ts'
import { TARGET_EXAMPLES } from './target-examples.ts'

/** One example for every code of the catalogue. */
export const LINT_EXAMPLES: readonly LintExample[] = [
  ...FILLING_EXAMPLES,
  ...AMOUNT_EXAMPLES,
  ...COST_EXAMPLES,
  ...DATE_EXAMPLES,
  ...INDICATOR_EXAMPLES,
  ...TARGET_EXAMPLES,
  ...CONTENT_EXAMPLES,
  ...EVALUATION_EXAMPLES,
  ...SISTER_EXAMPLES,
]
