import { type Decimal, decimal, divide, isDecimal, isZero, multiply, normalize } from '../decimal.ts'

/** Units of one dimension by their size; only exact and undisputed ones, so no working days and no months. */
const SIZES: readonly ReadonlyMap<string, Decimal>[] = [
  sizes({
    毫秒: '0.001',
    ms: '0.001',
    秒: '1',
    s: '1',
    S: '1',
    秒钟: '1',
    分钟: '60',
    min: '60',
    小时: '3600',
    h: '3600',
    H: '3600',
    天: '86400',
    日: '86400',
  }),
  sizes({ 元: '1', 千元: '1000', 万元: '10000', 百万元: '1000000', 亿元: '100000000' }),
  sizes({ KB: '1', MB: '1024', GB: '1048576', TB: '1073741824' }),
  sizes({ Kbps: '1', kbps: '1', Mbps: '1000', mbps: '1000', Gbps: '1000000', gbps: '1000000' }),
  sizes({ 比例: '1000', '%': '10', '‰': '1', '‱': '0.1' }),
  sizes({ 平方米: '1', '㎡': '1', 'm²': '1', m2: '1', 平米: '1', 平方公里: '1000000', 公顷: '10000' }),
  sizes({ 米: '1', m: '1', 公里: '1000', km: '1000', 千米: '1000' }),
  sizes({ 克: '1', g: '1', 千克: '1000', 公斤: '1000', kg: '1000', 吨: '1000000', t: '1000000' }),
]
const KEPT_SCALE = 12

function sizes(table: Readonly<Record<string, string>>): ReadonlyMap<string, Decimal> {
  return new Map(Object.entries(table).map(([unit, size]) => [unit, decimal(size)]))
}

/** How large two units of one dimension are in the unit of size one, null when they measure different things. */
export function commonSizes(from: string, to: string): { from: Decimal; to: Decimal; unit: string } | null {
  const dimension = SIZES.find((units) => units.has(from) && units.has(to))
  const [ofFrom, ofTo] = [dimension?.get(from), dimension?.get(to)]
  const [unit] = [...(dimension ?? [])].find(([, size]) => size === '1') ?? []
  return ofFrom && ofTo && unit !== undefined ? { from: ofFrom, to: ofTo, unit } : null
}

/** The same quantity in another unit, null when the two units measure different things. */
export function convert(value: Decimal, from: string, to: string): Decimal | null {
  if (from === to) return value
  if (from.startsWith('/') && to.startsWith('/')) return rescaled(value, second(from), second(to))
  const dimension = SIZES.find((units) => units.has(from) && units.has(to))
  const [size, target] = [dimension?.get(from), dimension?.get(to)]
  return size && target ? scaled(value, size, target) : null
}

/** The second term of a ratio: 20 of `/20`, 100000 of `/10万`. */
function second(unit: string): string {
  return unit.slice(1).replace(/万$/, '0000')
}

/** 1:18 beside 1:20 is 1.11… in 20. */
function rescaled(value: Decimal, from: string, to: string): Decimal | null {
  if (!isDecimal(from) || !isDecimal(to) || isZero(from)) return null
  return scaled(value, to, from)
}

function scaled(value: Decimal, size: Decimal, target: Decimal): Decimal {
  return normalize(divide(multiply(value, size), target, { scale: KEPT_SCALE, rounding: 'half-up' }))
}
