/** A row whose figure was computed anew. */
type Recomputed = {
  readonly row: number
  readonly indicator: string
  readonly sealed: string
  readonly again: string
  readonly agrees: boolean
}

type Reading = {
  readonly row: number
  readonly indicator: string
  readonly combine: string
  readonly scale: number
  readonly value: string | null
  readonly records: number
}
type Entry = { readonly numerator: string; readonly denominator: string; readonly exclusion: string | null }

/** Rows with records, drawn by lot. Fractions of whole numbers, so that nothing is rounded before the end. */
export function recomputeRows(
  linesOf: (path: string) => readonly string[],
  { most, pick }: { readonly most: number; readonly pick: () => number },
): Recomputed[] {
  const readings = linesOf('seal/readings.jsonl').map((line) => JSON.parse(line).facts as Reading)
  const waiting = readings.filter(({ records }) => records > 0)
  const drawn: Reading[] = []
  while (drawn.length < most && waiting.length > 0) {
    drawn.push(...waiting.splice(Math.floor(pick() * waiting.length), 1))
  }
  return drawn.map(({ row, indicator, combine, scale, value }) => {
    const path = `records/${String(row).padStart(3, '0')}.jsonl`
    const entries = linesOf(path).map((line) => JSON.parse(line).facts as Entry)
    const counted = entries.filter(({ exclusion }) => exclusion === null)
    const [sealed, again] = [value ?? 'no data', figure(counted, combine, scale)]
    return { row, indicator, sealed, again, agrees: isEqual(sealed, again) }
  })
}

/** Digits after the point, more than any amount or time has. */
const DIGITS = 24

function figure(counted: readonly Entry[], combine: string, scale: number): string {
  const numerators = counted.map(({ numerator }) => units(numerator))
  const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n)
  const whole = sum(counted.map(({ denominator }) => units(denominator)))
  if (counted.length === 0 || (whole === 0n && (combine === 'share' || combine === 'mean'))) return 'no data'
  switch (combine) {
    case 'share':
      return halfUp(sum(numerators) * 100n, whole, scale)
    case 'mean':
      return halfUp(sum(numerators), whole, scale)
    case 'sum':
      return text(sum(numerators))
    case 'maximum':
      return text(numerators.reduce((most, value) => (value > most ? value : most)))
    case 'minimum':
      return text(numerators.reduce((least, value) => (value < least ? value : least)))
    default:
      throw new Error(`no such way to combine: ${combine}`)
  }
}

function units(value: string): bigint {
  const [whole = '0', part = ''] = value.replace('-', '').split('.')
  if (part.length > DIGITS) throw new Error(`too many digits: ${value}`)
  const magnitude = BigInt(whole + part.padEnd(DIGITS, '0'))
  return value.startsWith('-') ? -magnitude : magnitude
}

function halfUp(dividend: bigint, divisor: bigint, scale: number): string {
  const shifted = dividend * 10n ** BigInt(scale)
  const magnitude = (2n * abs(shifted) + abs(divisor)) / (2n * abs(divisor))
  const digits = magnitude.toString().padStart(scale + 1, '0')
  const sign = shifted < 0n !== divisor < 0n && magnitude !== 0n ? '-' : ''
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

function text(value: bigint): string {
  const digits = abs(value)
    .toString()
    .padStart(DIGITS + 1, '0')
  const plain = `${digits.slice(0, -DIGITS)}.${digits.slice(-DIGITS)}`.replace(/\.?0+$/, '')
  return value < 0n ? `-${plain}` : plain
}

/** 12 and 12.00 are one figure; 12.01 is another. */
function isEqual(one: string, other: string): boolean {
  if (one === 'no data' || other === 'no data') return one === other
  return units(one) === units(other)
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value
}
