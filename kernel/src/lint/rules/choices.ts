import { finding, type LintFinding } from '../lint-finding.ts'
import type { LintInput } from '../lint-input.ts'

/** Several groups of options may share one field (东湖 项目类别): each group is judged by its own options. */
export function choices(input: LintInput): LintFinding[] {
  return [...oneChoice(input), ...offeredChoices(input)]
}

/** A000-1, A001-2, A003-5. */
function oneChoice({ form, template }: LintInput): LintFinding[] {
  return (template?.checks ?? []).flatMap((check) => {
    if (check.kind !== 'one-choice') return []
    const key = check.field.replace(/^fields\./, '')
    const field = template?.fields.find((it) => it.key === key)
    const ticked = check.options.filter((option) => tickedOptions(form.fields[key] ?? '').includes(option))
    const parameters = { field: field?.labels[0] ?? key, options: check.options.join('、') }
    if (ticked.length === 0) return [finding('choice-missing', check.field, parameters)]
    if (ticked.length === 1) return []
    const several = { ...parameters, ticked: ticked.join('、'), count: ticked.length }
    return [finding('choice-several', check.field, several)]
  })
}

function offeredChoices({ form, template }: LintInput): LintFinding[] {
  return (template?.fields ?? []).flatMap((field) => {
    const options = field.options ?? []
    if (field.kind !== 'choice' || options.length === 0) return []
    const strange = tickedOptions(form.fields[field.key] ?? '').filter((value) => !options.includes(value))
    return strange.map((value) =>
      finding('choice-not-offered', `fields.${field.key}`, {
        field: field.labels[0] ?? field.key,
        value,
        options: options.join('、'),
      }),
    )
  })
}

function tickedOptions(text: string): string[] {
  return text
    .split('、')
    .map((option) => option.trim())
    .filter((option) => option !== '')
}
