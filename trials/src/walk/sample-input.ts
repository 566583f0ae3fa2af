import { PaymentMapping } from '@shiji/contract/money'
import { CellEdit } from '@shiji/contract/performance'
import { AskedRow } from '@shiji/contract/revision'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import type { z } from 'zod'
import type { IdKinds } from './id-kinds.ts'

/** What a sample is filled with: the ids of the place that is reached for, and texts that are known there. */
export type Filling = {
  readonly kinds: IdKinds
  readonly idOf: (kind: string) => string
  readonly textOf: (name: string) => string | undefined
  readonly content: FormContent
  readonly file: File
  readonly serial: number
}

/** A value the contract takes, with whole forms and real files where it asks for them. */
export function sampleInput(schema: z.core.$ZodType, filling: Filling, name = ''): unknown {
  const kind = filling.kinds.get(schema)
  if (kind !== undefined) return filling.idOf(kind)
  if (schema === FormContentSchema) return { ...filling.content, project: `试验项目${filling.serial}` }
  if (schema === CellEdit) return { where: 'indicators[0].level3', was: '', now: `试验指标${filling.serial}` }
  if (schema === AskedRow) return askedRow(filling)
  if (schema === PaymentMapping) return PAYMENT_MAPPING
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'object') {
    const samples = Object.entries(def.shape).map(([key, inner]) => [key, sampleInput(inner, filling, key)] as const)
    return Object.fromEntries(samples.filter(([, value]) => value !== undefined))
  }
  if (def.type === 'array') return [sampleInput(def.element, filling, name)]
  if (def.type === 'pipe') return sampleInput(def.in, filling, name)
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default') {
    // A choice that names a record is made; every other is left open.
    if (name === 'opinion' || namesRecord(def.innerType, filling.kinds))
      return sampleInput(def.innerType, filling, name)
    return def.type === 'nullable' ? null : undefined
  }
  if (def.type === 'enum') return Object.values(def.entries).at(-1)
  if (def.type === 'literal') return def.values[0]
  if (def.type === 'number') return numberOf(name, filling)
  if (def.type === 'boolean') return true
  if (def.type === 'file') return filling.file
  if (def.type === 'string')
    return 'format' in def && def.format === 'date' ? '2026-02-09' : (filling.textOf(name) ?? '绩效')
  throw new Error(`no sample for ${def.type} at ${name}`)
}

/** The headings of a list of payments, as `PAYMENT_LIST` has them. */
const PAYMENT_MAPPING = {
  project: null,
  paidOn: '支付日期',
  amount: '支付金额',
  voucher: null,
  payee: '收款人',
  purpose: null,
  moneyUnit: '元',
}

export const PAYMENT_LIST = '支付日期,支付金额,收款人\n2026-02-09,1200,试验公司\n'

/** The first promise of the form made smaller, with its proof. */
function askedRow({ content, idOf }: Filling) {
  const [first] = content.indicators
  if (first === undefined) throw new Error('a form without promises')
  const { level1, level2, level3, target } = first
  return {
    indicator: `${level1}-${level2}-${level3}`,
    originalTarget: target,
    revisedTarget: target?.replace(/\d+/, '1'),
    explanation: '试验',
    documentIds: [idOf('DocumentId')],
  }
}

/** A file goes in one part, from its beginning. */
function numberOf(name: string, { file, content }: Filling): number {
  if (name === 'offset') return 0
  if (name === 'year') return content.year ?? 2026
  return name === 'bytes' ? file.size : 1
}

/** Whether the input of a route names a record of anybody. */
export function namesRecord(schema: z.core.$ZodType | undefined, kinds: IdKinds): boolean {
  if (schema === undefined) return false
  if (kinds.has(schema)) return true
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'object') return Object.values(def.shape).some((property) => namesRecord(property, kinds))
  if (def.type === 'array') return namesRecord(def.element, kinds)
  const isWrapped = def.type === 'optional' || def.type === 'nullable' || def.type === 'default'
  return isWrapped && namesRecord(def.innerType, kinds)
}
