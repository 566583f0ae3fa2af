import { type Decimal, isDecimal } from '@shiji/kernel/decimal'
import type { Check } from '@shiji/kernel/upkeep/check'

/** A check as one line of text: `温度 18–27 ℃`, `电压 ≥ 210 V`, `指示灯`. */
export function formatCheck(check: Check): string {
  if (check.kind === 'in-order') return check.name
  const { name, unit, least, most } = check
  const limits =
    least === null ? (most === null ? '= ?' : `≤ ${most}`) : most === null ? `≥ ${least}` : `${least}–${most}`
  return `${name} ${limits} ${unit}`.trim()
}

const NUMBER = '[-−]?\\d+(?:\\.\\d+)?'
const LIMITS = new RegExp(
  `^(.+?)\\s+(?:(${NUMBER})\\s*[–~～至—-]\\s*(${NUMBER})|(≥|>=|≤|<=)\\s*(${NUMBER})|= ?\\?)\\s*(\\S*)$`,
)

/** Reads a line; a line without limits asks whether something is in order. */
export function parseCheck(line: string): Check {
  const text = line.trim()
  const found = LIMITS.exec(text)
  if (found === null) return { kind: 'in-order', name: text }
  const [, name = '', from, to, sign, bound, unit = ''] = found
  const least = from ?? (sign === '≥' || sign === '>=' ? bound : undefined)
  const most = to ?? (sign === '≤' || sign === '<=' ? bound : undefined)
  return { kind: 'number', name, unit, least: limitOf(least), most: limitOf(most) }
}

function limitOf(text: string | undefined): Decimal | null {
  const plain = text?.replace('−', '-') ?? ''
  return isDecimal(plain) ? plain : null
}

/** One check a line; empty lines are none. */
export function parseChecks(text: string): Check[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseCheck)
}

/** What is wrong with these lines; null when nothing is. */
export function faultOfChecks(text: string): 'twice' | 'many' | null {
  const names = parseChecks(text).map(({ name }) => name)
  if (new Set(names).size < names.length) return 'twice'
  return names.length > 30 ? 'many' : null
}
