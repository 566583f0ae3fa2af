import type { Chance } from '../chance.ts'
import type { Schema } from './operations.ts'

/** How far a value goes against its schema. */
export type Spirit = 'valid' | 'nearly' | 'hostile'

/** What earlier answers named: ids and texts that exist. */
export type Known = { readonly ids: readonly string[]; readonly texts: ReadonlyMap<string, readonly unknown[]> }

export type Taste = { readonly chance: Chance; readonly spirit: Spirit; readonly known: Known }

const CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789-_. 绩效目标数量指标≥≤95%万元年度（）、'
const NASTY_TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\u202etxt.exe',
  '\ufeff',
  "' or 1=1 --",
  '%',
  '_%\\',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '$(id)',
  '1e999',
  '-0',
  'NaN',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '00000000-0000-0000-0000-000000000000',
  '9'.repeat(400),
  'é'.repeat(5_000),
  '𠮷'.repeat(3_000),
  '（'.repeat(10_000),
]
const NASTY_NUMBERS = [0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324]
const DEEPEST = 12

export function generate(schema: Schema, taste: Taste, name = '', depth = 0): unknown {
  const { chance, spirit } = taste
  if (spirit === 'hostile' && chance.hit(0.25)) return hostileValue(chance)
  if (spirit === 'nearly' && chance.hit(0.04)) return nearMiss(schema, taste)
  const earlier = taste.known.texts.get(name)
  if (earlier !== undefined && earlier.length > 0 && depth > 0 && chance.hit(0.3)) return chance.pick(earlier)
  return conforming(schema, taste, { name, depth })
}

type Place = { readonly name: string; readonly depth: number }

function conforming(schema: Schema, taste: Taste, { name, depth }: Place): unknown {
  const { chance } = taste
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return chance.pick(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return generate(chance.pick(choices), taste, name, depth)
  if (schema.allOf?.[0] !== undefined) return generate(schema.allOf[0], taste, name, depth)
  switch (schema.type) {
    case 'object':
      return objectOf(schema, taste, depth)
    case 'array':
      return depth > DEEPEST ? [] : arrayOf(schema, taste, { name, depth })
    case 'string':
      return textOf(schema, taste)
    case 'integer':
    case 'number':
      return numberOf(schema, chance)
    case 'boolean':
      return chance.hit(0.5)
    case 'null':
      return null
    default:
      return hostileValue(chance)
  }
}

function objectOf(schema: Schema, taste: Taste, depth: number): Record<string, unknown> {
  const { chance, spirit } = taste
  const made: Record<string, unknown> = {}
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const isRequired = schema.required?.includes(name) ?? false
    if (isRequired ? spirit === 'valid' || chance.hit(0.97) : chance.hit(0.5)) {
      made[name] = generate(property, taste, name, depth + 1)
    }
  }
  const more = schema.additionalProperties
  if (typeof more === 'object' && depth < DEEPEST) {
    for (let count = chance.below(3); count > 0; count -= 1) {
      made[chance.text(CHARACTERS, 4)] = generate(more, taste, '', depth + 1)
    }
  }
  if (spirit !== 'valid' && chance.hit(0.05)) made[chance.pick(['extra', 'constructor', 'toString', ''])] = 1
  return made
}

function arrayOf(schema: Schema, taste: Taste, { name, depth }: Place): unknown[] {
  const { minItems = 0, maxItems = 4, items = {} } = schema
  const length = minItems + taste.chance.below(Math.min(maxItems - minItems, 3) + 1)
  return Array.from({ length }, () => generate(items, taste, name, depth + 1))
}

function textOf(schema: Schema, { chance, known }: Taste): string {
  if (schema.format === 'uuid') {
    return known.ids.length > 0 && chance.hit(0.8) ? chance.pick(known.ids) : chance.uuid()
  }
  if (schema.format === 'date-time') return '2026-03-02T01:00:00Z'
  if (schema.format === 'date') return '2026-03-02'
  if (schema.pattern !== undefined) return chance.text('abcdefghijklmnopqrstuvwxyz0123456789', 8)
  const { minLength = 0, maxLength = 40 } = schema
  return chance.text(CHARACTERS, minLength + chance.below(Math.min(maxLength - minLength, 30) + 1))
}

function numberOf({ minimum = 0, maximum = 3_000 }: Schema, chance: Chance): number {
  const lowest = Math.max(minimum, -5)
  return lowest + chance.below(Math.min(maximum - lowest, 3_000) + 1)
}

/** One step over the edge of what the schema allows. */
function nearMiss(schema: Schema, { chance, known }: Taste): unknown {
  const { maxLength, minLength, minimum, maximum, maxItems } = schema
  if (maxLength !== undefined && chance.hit(0.5)) return 'x'.repeat(maxLength + 1)
  if (minLength !== undefined && minLength > 0) return 'x'.repeat(minLength - 1)
  if (maxItems !== undefined) return Array.from({ length: maxItems + 1 }, () => null)
  if (maximum !== undefined && chance.hit(0.5)) return maximum + 1
  if (minimum !== undefined) return minimum - 1
  if (schema.format === 'uuid' && known.ids.length > 0) return `${chance.pick(known.ids)}0`
  return chance.pick([null, '', 0, false, [], {}])
}

export function hostileValue(chance: Chance): unknown {
  const kind = chance.below(6)
  if (kind === 0) return chance.pick(NASTY_NUMBERS)
  if (kind === 1) return chance.pick([null, true, [], {}, [[]], [null]])
  if (kind === 2) return nested(chance.below(300) + 1, chance.hit(0.5))
  if (kind === 3) return { [chance.pick(['$ref', '__type', 'then', 'toJSON'])]: chance.pick(NASTY_TEXTS) }
  return chance.pick(NASTY_TEXTS)
}

function nested(depth: number, isArray: boolean): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level += 1) value = isArray ? [value] : { a: value }
  return value
}
