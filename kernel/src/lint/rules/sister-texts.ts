import { plainText } from '../compare-texts.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { type LintInput, proseOf, textIn, textOf } from '../lint-input.ts'
import { coreName } from './project-names.ts'

const SHORTEST_TEXT = 30
const SHORTEST_OBJECT = 3

/** What was copied from the form of another project. */
export function sisterTexts(input: LintInput): LintFinding[] {
  return [...copiedOverview(input), ...foreignSubjects(input), ...reviewerNames(input)]
}

/** A002-4-2: 政务外网 described in the words of 信息系统. */
function copiedOverview(input: LintInput): LintFinding[] {
  const overview = textOf(input, 'overview')
  if (overview === null || plainText(overview.text).length < SHORTEST_TEXT) return []
  const source = input.sisters.find((sister) => {
    const text = textIn(sister, input.words.fieldRoles.overview)?.text ?? ''
    const otherProject = coreName(sister.project) !== coreName(input.form.project)
    return otherProject && plainText(text) === plainText(overview.text)
  })
  // The text belongs to the project it names.
  if (source === undefined || plainText(overview.text).includes(coreName(input.form.project))) return []
  return [finding('overview-copied-from-sister', overview.where, { field: overview.label, project: source.project })]
}

/** A002-1-4: 市政大厦 staff are asked about 浦东300号. */
function foreignSubjects(input: LintInput): LintFinding[] {
  const own = plainText([input.form.project, ...proseOf(input).map(({ text }) => text)].join(' '))
  const objects = input.sisters.flatMap((sister) =>
    objectsOf(sister.project, input.words.genericProjectWords.words).map((object) => ({ object, sister })),
  )
  return input.form.indicators.flatMap((row, index) => {
    const found = objects.find(({ object }) => row.level3.includes(object) && !own.includes(object))
    const parameters = { name: row.level3, object: found?.object ?? '', project: found?.sister.project ?? '' }
    return found === undefined ? [] : [finding('foreign-subject', `indicators[${index}].level3`, parameters)]
  })
}

/** What is left of a project's name without the words every project uses. */
function objectsOf(project: string, generic: readonly string[]): string[] {
  const parts = generic.reduce((text, word) => text.replaceAll(word, ' '), plainText(coreName(project)))
  return parts.split(' ').filter((part) => part.length >= SHORTEST_OBJECT)
}

/** A003-B-2: 区财政业务科 and 区财政局业务科. */
function reviewerNames({ form, sisters }: LintInput): LintFinding[] {
  return form.reviews.flatMap(({ reviewer }, index) => {
    const other = sisters
      .map((sister) => sister.reviews[index]?.reviewer ?? '')
      .find((name) => isSpelling(name, reviewer))
    return other === undefined
      ? []
      : [finding('reviewer-named-differently', `reviews[${index}].reviewer`, { reviewer, other })]
  })
}

function isSpelling(left: string, right: string): boolean {
  const [longer, shorter] = left.length > right.length ? [left, right] : [right, left]
  return shorter !== '' && longer.length - shorter.length === 1 && longer.replace('局', '') === shorter
}
