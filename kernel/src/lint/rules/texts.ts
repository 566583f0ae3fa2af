import { differenceOf, plainText, withoutLabel } from '../compare-texts.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { type LintInput, type PlacedText, proseOf, textOf } from '../lint-input.ts'

/** Shorter texts are headings and lists. */
const SHORTEST_PROSE = 20
/** From this share of common characters on, two texts are one text that was edited. */
const NEARLY_SHARE = 0.85
const DIFFERENCES_SHOWN = 4

export function texts(input: LintInput): LintFinding[] {
  const prose = proseOf(input)
  return [...prose.flatMap(truncated), ...repeated(prose), ...nearlyRepeated(input)]
}

/** A sentence ends with a mark, perhaps inside closing quotes and brackets; a list ends with 》. */
const ENDS_WHOLE = /[。！？；…!?;.》][”"’'」』）)\s]*$|[》）)”"」』]\s*$/

/** A002-1-3. */
function truncated({ where, label, text }: PlacedText): LintFinding[] {
  const last = text.split('\n').at(-1)?.trim() ?? ''
  const isList = text.includes('\n') && last.length < SHORTEST_PROSE
  if (plainText(text).length < SHORTEST_PROSE || ENDS_WHOLE.test(text) || isList) return []
  return [finding('text-truncated', where, { field: label, ending: [...text].slice(-6).join('') })]
}

/** A000-5, A001-11, A002-2-3: each text is blamed once, for the earlier text it equals or is a part of. */
function repeated(prose: readonly PlacedText[]): LintFinding[] {
  const plain = prose.map(({ text }) => plainText(withoutLabel(text)))
  return prose.flatMap(({ where, label }, index) => {
    const own = plain[index] ?? ''
    if (own.length < SHORTEST_PROSE) return []
    const earlier = plain.slice(0, index)
    const equal = earlier.indexOf(own)
    const part = earlier.findIndex((other) => isPartOf(own, other) || isPartOf(other, own))
    const other = prose[equal >= 0 ? equal : part]
    return other === undefined ? [] : [finding('text-repeated', where, { field: label, other: other.label })]
  })
}

function isPartOf(part: string, whole: string): boolean {
  return part.length >= SHORTEST_PROSE && whole.includes(part)
}

/** A001-9: the goal is the overview with 职业学校 left out. */
function nearlyRepeated(input: LintInput): LintFinding[] {
  const overview = textOf(input, 'overview')
  const goals = [textOf(input, 'overallGoal'), textOf(input, 'annualGoal')]
  if (overview === null) return []
  return goals.flatMap((goal) => {
    if (goal === null) return []
    const [left, right] = [plainText(overview.text), plainText(goal.text)]
    if (left.length < SHORTEST_PROSE || left.includes(right) || right.includes(left)) return []
    const { onlyLeft, onlyRight, kept } = differenceOf(left, right)
    if (kept < NEARLY_SHARE) return []
    const differences = [...onlyLeft.map((it) => `−${it}`), ...onlyRight.map((it) => `+${it}`)]
    const parameters = {
      field: goal.label,
      other: overview.label,
      differences: differences.slice(0, DIFFERENCES_SHOWN * 2).join(' '),
    }
    return [finding('text-nearly-repeated', goal.where, parameters)]
  })
}
