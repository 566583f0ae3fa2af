import { compare, decimal, isDecimal } from '../../decimal.ts'
import type { Target } from '../../target/target.ts'
import { plainText, sharedPairs } from '../compare-texts.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { type LintInput, type PlacedText, textOf } from '../lint-input.ts'

/** Promises in prose that a row of the table should carry. */
export function promises(input: LintInput): LintFinding[] {
  return [...regularWork(input), ...promisedPercents(input)]
}

const RHYTHM = /每(?:半年|季度|季|个?月|周|天|日|年)[^，。；;]{0,30}/g

/** A000-10: 每半年…巡检 in the safeguards and no row that counts it. */
function regularWork(input: LintInput): LintFinding[] {
  const { form, words } = input
  const texts = [
    ...form.safeguards.map((it, index) => ({ where: `safeguards[${index}].measure`, text: it.measure })),
    ...[textOf(input, 'overallGoal'), textOf(input, 'annualGoal')].filter((it) => it !== null),
  ]
  const rows = form.indicators.map((row) => `${row.level3}${row.remark ?? ''}`).join(' ')
  return texts.flatMap(({ where, text }) =>
    [...text.matchAll(RHYTHM)].flatMap(([promise]) => {
      const work = words.regularWork.words.find((it) => promise.includes(it))
      return work === undefined || rows.includes(work) ? [] : [finding('promise-without-indicator', where, { promise })]
    }),
  )
}

type PromisedPercent = {
  readonly subject: string
  readonly context: string
  readonly phrase: string
  readonly value: string
}

const PERCENT =
  /([\p{L}]{0,12}?(?:可用性|可用率|满意度|满意率|完成率|覆盖率|及时率|合格率|通过率))[^\d，。；;]{0,8}(\d{1,3}(?:\.\d{1,4})?)\s*[%％]/gu
/** From this share of common character pairs on, a row speaks of what the sentence speaks of. */
const SAME_SUBJECT = 0.4

/** A004-B-1: 高于99.9% in the goal and 100% in the row, 高于99.5% and no row at all. */
function promisedPercents(input: LintInput): LintFinding[] {
  const goals = [textOf(input, 'overallGoal'), textOf(input, 'annualGoal')].filter((it) => it !== null)
  return goals.flatMap((goal) => percentsIn(goal).flatMap((promise) => againstRows(input, goal, promise)))
}

function percentsIn({ text }: PlacedText): PromisedPercent[] {
  return text.split(/[。；;\n]/).flatMap((sentence) => {
    const found = [...sentence.matchAll(PERCENT)]
    return found.map((match, index) => {
      const before = found[index - 1]
      const from = before === undefined ? 0 : before.index + before[0].length
      const subject = /可用性|可用率|满意度|满意率|\p{L}{2}率$/u.exec(match[1] ?? '')?.[0] ?? ''
      return { subject, context: sentence.slice(from, match.index), phrase: match[0], value: match[2] ?? '' }
    })
  })
}

function againstRows(input: LintInput, goal: PlacedText, promise: PromisedPercent): LintFinding[] {
  const rows = input.form.indicators.map((row, index) => ({ row, index, target: input.targets[index] }))
  const own = rows.filter(({ row }) => row.level3.includes(promise.subject))
  const meant = own.filter(({ row }) => {
    const object = plainText(row.level3).replace(promise.subject, '')
    return object === '' || sharedPairs(object, promise.context + promise.phrase) >= SAME_SUBJECT
  })
  const parameters = { promise: promise.phrase }
  if (meant.length === 0) return [finding('promise-without-indicator', goal.where, parameters)]
  if (meant.some(({ target }) => promisesPercent(target, promise.value))) return []
  const [first] = meant
  return first === undefined
    ? []
    : [
        finding('goal-target-differs', `indicators[${first.index}].target`, {
          ...parameters,
          indicator: first.row.level3,
          target: first.row.target,
        }),
      ]
}

function promisesPercent(target: Target | undefined, value: string): boolean {
  if (target?.kind !== 'number' || !isDecimal(value)) return false
  return compare(target.value, decimal(value)) === 0
}
