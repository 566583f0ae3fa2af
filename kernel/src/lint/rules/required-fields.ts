import type { FormContent } from '../../form/form-content.ts'
import type { TemplateField } from '../../form/form-template.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import type { LintInput } from '../lint-input.ts'

/** rules.md §3.3 完整性; A000-9, A001-1, A003-3, A003-14. */
export function requiredFields(input: LintInput): LintFinding[] {
  return (input.template?.fields ?? []).filter((field) => filledText(input.form, field).trim() === '').flatMap(missing)
}

function missing(field: TemplateField): LintFinding[] {
  const where = addressOf(field)
  const label = printedLabel(field)
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

/** The project, the unit and the year of a form stand beside its fields. */
function filledText(form: FormContent, { key, keptAs }: TemplateField): string {
  return String((keptAs === undefined ? form.fields[key] : form[keptAs]) ?? '')
}

function addressOf({ key, keptAs }: TemplateField): string {
  return keptAs ?? `fields.${key}`
}

/** A star beside a label marks it as required and is no part of its name. */
function printedLabel({ key, labels }: TemplateField): string {
  return (labels[0] ?? key).replace(/[*＊]/g, '')
}
