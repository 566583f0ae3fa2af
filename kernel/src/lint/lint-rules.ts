import type { LintRule } from './lint-input.ts'
import { achievements } from './rules/achievements.ts'
import { actuals } from './rules/actuals.ts'
import { amountUnits } from './rules/amount-units.ts'
import { choices } from './rules/choices.ts'
import { completeness } from './rules/completeness.ts'
import { costLines } from './rules/cost-lines.ts'
import { dates } from './rules/dates.ts'
import { execution } from './rules/execution.ts'
import { expiredBasis } from './rules/expired-basis.ts'
import { levels } from './rules/levels.ts'
import { moneyPlausibility } from './rules/money-plausibility.ts'
import { plan } from './rules/plan.ts'
import { projectKind } from './rules/project-kind.ts'
import { projectNames } from './rules/project-names.ts'
import { promises } from './rules/promises.ts'
import { readerDoubts } from './rules/reader-doubts.ts'
import { requiredFields } from './rules/required-fields.ts'
import { revisions } from './rules/revisions.ts'
import { rowNames } from './rules/row-names.ts'
import { safeguards } from './rules/safeguards.ts'
import { selfEvaluation } from './rules/self-evaluation.ts'
import { sisterRows } from './rules/sister-rows.ts'
import { sisterTexts } from './rules/sister-texts.ts'
import { subProjects } from './rules/sub-projects.ts'
import { sums } from './rules/sums.ts'
import { targetLimits } from './rules/target-limits.ts'
import { targetSpelling } from './rules/target-spelling.ts'
import { targets } from './rules/targets.ts'
import { texts } from './rules/texts.ts'

/** All rules of the lint. A new rule is a file, a line here and its wording. */
export const LINT_RULES: readonly LintRule[] = [
  readerDoubts,
  requiredFields,
  choices,
  completeness,
  sums,
  execution,
  moneyPlausibility,
  amountUnits,
  costLines,
  subProjects,
  projectNames,
  dates,
  plan,
  expiredBasis,
  texts,
  projectKind,
  safeguards,
  promises,
  levels,
  rowNames,
  targets,
  targetLimits,
  targetSpelling,
  selfEvaluation,
  actuals,
  achievements,
  sisterRows,
  sisterTexts,
  revisions,
]
