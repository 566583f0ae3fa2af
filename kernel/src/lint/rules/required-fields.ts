import type { FormContent } from '../../form/form-content.ts'
import type { TemplateField } from '../../form/form-template.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import type { LintInput } from '../lint-input.ts'

/** rules.md §3.3 完整性; A000-9, A001-1, A003-3, A003-14. */
export function requiredFields(input: LintInput): LintFinding[] {
  return (input.template?.fields ?? [])
    .filter((field) => filledText(input.form, field).trim() === '')
    .flatMap((field) => missing(input.form, field))
}

function missing(form: FormContent, field: TemplateField): LintFinding[] {
  const where = addressOf(form, field)
  const label = field.labels[0] ?? field.key
  switch (field.required) {
    case 'optional':
      return []
    case 'submit':
      return [finding('submission-field-missing', where, { field: label })]
    case 'starred':
    case 'practice':
      if (field.kind === 'signature') return [finding('submission-field-missing', where, { field: label })]
      if (field.kind !== 'choice') return [finding('field-missing', where, { field: label })]
      return [finding('choice-missing', where, { field: label, options: (field.options ?? []).join('、') })]
  }
}

/** The name, the unit and the year of a form stand outside its fields. */
const OUTSIDE: readonly (readonly [RegExp, keyof FormContent])[] = [
  [/^项目名称$/, 'project'],
  [/^(填报|申报|实施|编报)(单位|部门|科室或单位)(名称)?([（(]盖章[）)])?$/, 'unit'],
  [/^(年度|预算年度|填报年度)$/, 'year'],
  [/^(金额)?单位$/, 'moneyUnit'],
]

function filledText(form: FormContent, field: TemplateField): string {
  const inside = form.fields[field.key]
  if (inside !== undefined && inside.trim() !== '') return inside
  const key = outsideKey(field)
  return key === null ? '' : String(form[key] ?? '')
}

function addressOf(form: FormContent, field: TemplateField): string {
  const key = outsideKey(field)
  return key === null || field.key in form.fields ? `fields.${field.key}` : key
}

function outsideKey(field: TemplateField): keyof FormContent | null {
  return OUTSIDE.find(([pattern]) => field.labels.some((label) => pattern.test(label)))?.[1] ?? null
}
