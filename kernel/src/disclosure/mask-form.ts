import type { FormContent, SubProject } from '../form/form-content.ts'
import type { FormTemplate } from '../form/form-template.ts'

type Secrets = {
  /** Positions of the indicator rows that are kept back (rules.md §3.9). */
  readonly rows: readonly number[]
  /** Names of people that may stand in long texts besides those in the form's own fields. */
  readonly names: readonly string[]
}

/** A mark of the same length whatever it hides, so that the length of a name is no clue. */
const HIDDEN = '××'
/** Telephone numbers: mobile, or with an area code and its hyphen. */
const PHONE =
  /(?<!\d)(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{4}[- ]?\d{3,4}(?:[- ]\d{1,6})?|(?!(?:19|20)\d\d[- ](?:19|20)\d\d)\d{4}[- ]\d{4})(?!\d)/g
const CITIZEN_ID = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
/** Fields that hold a person, on sheets whose template does not say so. */
const PERSONAL_LABEL = /联系人|联系电话|电话|负责人|责任人|填表人|审核人|经办人|身份证|手机|邮箱/

/**
 * 公开: the copy for everybody. Personal fields, signers, telephone numbers, identity numbers and mail addresses are
 * masked wherever they stand, also inside texts, and rows kept back are gone; what the form promises is untouched.
 */
export function maskForm(content: FormContent, template: FormTemplate | null, secrets: Secrets): FormContent {
  const names = [...secrets.names, ...personalNames(content, template)]
    .filter(({ length }) => length >= 2)
    .toSorted((a, b) => b.length - a.length)
  const scrub = (text: string): string => scrubText(text, names)
  const kept = content.indicators.filter((_, position) => !secrets.rows.includes(position))
  return {
    ...content,
    fields: maskFields(content.fields, template, scrub),
    lines: content.lines.map((line) => ({
      ...line,
      content: scrub(line.content),
      item: scrub(line.item),
      remark: scrubbed(line.remark, scrub),
    })),
    parts: content.parts.map((part) => ({ ...part, fields: maskPart(part, scrub) })),
    indicators: kept.map((row) => ({
      ...row,
      remark: scrubbed(row.remark, scrub),
      actual: scrubbed(row.actual, scrub),
      reason: scrubbed(row.reason, scrub),
      doubts: [],
      rawCells: [],
    })),
    safeguards: content.safeguards.map((row) => ({
      ...row,
      document: scrub(row.document),
      measure: scrub(row.measure),
    })),
    schedule: content.schedule.map((step) => ({ ...step, content: scrub(step.content) })),
    priorEvaluations: content.priorEvaluations.map((prior) => ({ ...prior, opinion: scrub(prior.opinion) })),
    reviews: content.reviews.map((review) => ({
      ...review,
      signer: review.signer === '' ? '' : HIDDEN,
      opinion: scrub(review.opinion),
    })),
    revisions: content.revisions.map((row) => ({ ...row, explanation: scrub(row.explanation) })),
    doubts: [],
  }
}

function maskFields(
  fields: FormContent['fields'],
  template: FormTemplate | null,
  scrub: (text: string) => string,
): Record<string, string> {
  const personal = personalKeys(template)
  return Object.fromEntries(
    Object.entries(fields).map(([key, text]) => [
      key,
      personal.has(key) || PERSONAL_LABEL.test(key) ? hide(text) : scrub(text),
    ]),
  )
}

function maskPart({ fields }: SubProject, scrub: (text: string) => string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, text]) => [key, PERSONAL_LABEL.test(key) ? hide(text) : scrub(text)]),
  )
}

/** What stands in the personal fields and as signers is a name to be scrubbed from the texts too. */
function personalNames({ fields, parts, reviews }: FormContent, template: FormTemplate | null): string[] {
  const personal = personalKeys(template)
  const inFields = Object.entries(fields).filter(([key]) => personal.has(key) || PERSONAL_LABEL.test(key))
  const inParts = parts.flatMap((part) => Object.entries(part.fields).filter(([key]) => PERSONAL_LABEL.test(key)))
  return [...inFields, ...inParts]
    .map(([, text]) => text)
    .concat(reviews.map(({ signer }) => signer))
    .flatMap((text) => text.split(/[、,，;；/\s]+/))
    .map((name) => name.trim())
}

function personalKeys(template: FormTemplate | null): ReadonlySet<string> {
  return new Set(template?.fields.filter(({ personal }) => personal === true).map(({ key }) => key) ?? [])
}

function scrubText(text: string, names: readonly string[]): string {
  const masked = names.reduce((left, name) => left.replaceAll(name, HIDDEN), text)
  return masked.replace(CITIZEN_ID, HIDDEN).replace(PHONE, HIDDEN).replace(MAIL, HIDDEN)
}

function scrubbed(text: string | null, scrub: (text: string) => string): string | null {
  return text === null ? null : scrub(text)
}

function hide(text: string): string {
  return text.trim() === '' ? text : HIDDEN
}
