import { finding, type LintFinding } from '../lint-finding.ts'
import { hasAny, type LintInput, textOf } from '../lint-input.ts'

const FEWEST_SENTENCES = 3
const FEWEST_SYSTEMS = 2

/** What the year's achievements say and the rows do not prove. */
export function achievements(input: LintInput): LintFinding[] {
  const text = textOf(input, 'achievements')
  if (text === null) return []
  return [...uncounted(input, text), ...unmeasured(input, text)]
}

type Story = { readonly where: string; readonly text: string }

/** A004-B-8: results listed as done without one count. A year is no count. */
function uncounted({ words }: LintInput, { where, text }: Story): LintFinding[] {
  const claims = text
    .split(/[。；;\n]/)
    .filter((sentence) => hasAny(sentence, words.done.words))
    .map((sentence) => sentence.replace(/(?:19|20)\d\d\s*年/g, ''))
  const bare = claims.filter((sentence) => !/\d|[一二三四五六七八九十百]+\s*[次个项场家人套]/.test(sentence))
  return bare.length >= FEWEST_SENTENCES && bare.length * 2 > claims.length
    ? [finding('achievements-without-counts', where, { count: bare.length, total: claims.length })]
    : []
}

/** A004-A-9: portal, channels and authentication were built, and no row is about them. */
function unmeasured({ form, words }: LintInput, { where, text }: Story): LintFinding[] {
  const rows = form.indicators.map((row) => row.level3).join(' ')
  const systems = words.systems.words.filter((it) => text.includes(it) && !rows.includes(it))
  return systems.length >= FEWEST_SYSTEMS
    ? [finding('achievement-without-indicator', where, { systems: systems.join('、') })]
    : []
}
