import { RowShape, Strength } from '@shiji/kernel/evidence/row-shape'
import { z } from 'zod'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'

/** What can be measured, and the registers whose emptiness counts only when somebody looks them through. */

const read = { permission: 'evidence.read' } as const
const write = { permission: 'evidence.write' } as const

export const MeasureReply = z.object({
  key: z.string(),
  name: z.string(),
  /** 口径 in words. */
  formula: z.string(),
  unit: z.string(),
  direction: z.enum(['higher', 'lower']),
  shape: RowShape,
  strength: Strength,
  /** The register that must have been kept for zero to count; null when no record is no data. */
  register: z.object({ key: z.string(), name: z.string() }).nullable(),
})

/** One field of the params of a measure, as a form asks for it. */
export const ParamField = z.object({
  key: z.string(),
  name: z.string(),
  required: z.boolean(),
  kind: z.enum(['choice', 'text', 'number', 'flag']),
  choices: z.array(z.object({ value: z.string(), name: z.string() })),
})

const MeasureChoice = MeasureReply.extend({ fields: z.array(ParamField) })

const Month = z.int().min(1).max(12)
const Year = z.coerce.number().int().min(1990).max(2100)

const RegisterReply = z.object({
  key: z.string(),
  name: z.string(),
  unitId: UnitId,
  year: z.int(),
  /** Of the months that are over, those nobody has looked through. */
  missing: z.array(Month),
  reviews: z.array(z.object({ month: Month, note: z.string(), reviewedBy: z.string(), reviewedAt: z.iso.datetime() })),
})

const register = z.object({ key: z.string().max(100), unitId: UnitId })

export const evidence = {
  listMeasures: endpoint({
    method: 'GET',
    path: '/measures',
    summary: 'Every figure the modules make of their records',
    access: read,
    refuses: [],
  }).output(z.array(MeasureChoice)),
  readRegister: endpoint({
    method: 'GET',
    path: '/registers/{key}',
    summary: 'Which months of a register were looked through',
    access: read,
    refuses: ['not-found'],
  })
    .input(register.extend({ year: Year }))
    .output(RegisterReply),
  reviewRegister: endpoint({
    method: 'POST',
    path: '/registers/{key}/reviews',
    summary: 'Say that a month that is over was looked through and is complete',
    access: write,
    refuses: ['not-found', 'month-ahead', 'register-reviewed'],
  })
    .input(register.extend({ year: Year, month: Month, note: z.string().trim().max(500).default('') }))
    .output(RegisterReply),
}
