import { plainText } from '../compare-texts.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { hasAny, type LintInput, proseOf, textOf } from '../lint-input.ts'

/** What the form says of its own kind against what its texts, name and rows show. */
export function projectKind(input: LintInput): LintFinding[] {
  return [...procurementDenied(input), ...typeMisfits(input), ...rowsMisfit(input), ...foreignGoal(input)]
}

/** A002-1-6, A002-2-9, A002-3-5, A002-4-9. */
function procurementDenied(input: LintInput): LintFinding[] {
  const answer = textOf(input, 'procurement')
  if (answer === null || answer.text !== '否') return []
  const story = proseOf(input)
    .map(({ text }) => text)
    .join('\n')
  const word = input.words.outsourcing.words.find((it) => story.includes(it))
  return word === undefined ? [] : [finding('procurement-denied', answer.where, { field: answer.label, word })]
}

/** A002-1-7. */
function typeMisfits(input: LintInput): LintFinding[] {
  const type = textOf(input, 'performanceType')
  const { construction, operations, recurring } = input.words
  if (type === null || !hasAny(type.text, construction.words) || hasAny(type.text, operations.words)) return []
  const isOperations =
    hasAny(input.form.project, operations.words) || hasAny(textOf(input, 'category')?.text ?? '', recurring.words)
  return isOperations ? [finding('performance-type-misfit', type.where, { field: type.label, type: type.text })] : []
}

/** A002-2-6: 系统运维规范性 on an upgrade. */
function rowsMisfit({ form, words }: LintInput): LintFinding[] {
  if (!hasAny(form.project, words.upgrade.words) || hasAny(form.project, words.operations.words)) return []
  return form.indicators.flatMap((row, index) =>
    hasAny(row.level3, words.operations.words)
      ? [finding('row-misfits-project', `indicators[${index}].level3`, { name: row.level3 })]
      : [],
  )
}

/** A002-2-1: the goal is about the power supply, everything else about air conditioning. */
function foreignGoal(input: LintInput): LintFinding[] {
  const [overview, goal] = [textOf(input, 'overview'), textOf(input, 'overallGoal')]
  if (overview === null || goal === null) return []
  const { form, words } = input
  const names = [form.project, ...form.indicators.map((row) => row.level3), ...form.parts.map((part) => part.name)]
  const elsewhere = proseOf(input).filter(({ where }) => where !== goal.where)
  const story = plainText([...elsewhere.map(({ text }) => text), ...names].join(' '))
  const objects = words.equipment.words.filter((it) => goal.text.includes(it) && !story.includes(plainText(it)))
  const others = words.equipment.words.filter((it) => overview.text.includes(it) && !goal.text.includes(it))
  return objects.length === 0 || others.length === 0
    ? []
    : [finding('goal-object-unknown', goal.where, { objects: objects.join('、'), others: others.join('、') })]
}
