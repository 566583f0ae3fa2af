import { type Decimal, sum, ZERO } from '../decimal.ts'
import type { Strengths } from '../evidence/parts.ts'

/** How far a row is proved: by records of the product, by material on file, by the unit's word alone, or not at all. */
export const PROOFS = ['machine', 'document', 'asserted', 'unproved'] as const
export type Proof = (typeof PROOFS)[number]

type RowToProve = {
  /** 实际完成值 as the unit writes it. */
  readonly actual: string
  /** What the records say in the same words, and how strong they are; null where they say nothing. */
  readonly computed: { readonly actual: string; readonly strengths: Strengths } | null
  /** Whether a measure is bound to the row. */
  readonly isBound: boolean
  /** Whether the actual stands there with a person, a reason and a file. */
  readonly isGrounded: boolean
}

/** rules.md §4.8 and §5: a figure is as strong as what stands behind it, and a bound row without records is not proved. */
export function proofOf({ actual, computed, isBound, isGrounded }: RowToProve): Proof {
  if (actual.trim() === '') return 'unproved'
  if (computed !== null && computed.actual.trim() === actual.trim()) return proofOfRecords(computed.strengths)
  if (isGrounded) return 'document'
  return isBound ? 'unproved' : 'asserted'
}

/** Without a single record the register that was kept is the material. */
function proofOfRecords({ A, B, C, D }: Strengths): Proof {
  if (D > A + B + C) return 'asserted'
  return A + B > C ? 'machine' : 'document'
}

type ProofShare = Readonly<Record<Proof, Decimal>>

/** The points of a form by what proves them; together they are the points scored. */
export function proofShare(rows: readonly { readonly points: Decimal | null; readonly proof: Proof }[]): ProofShare {
  const of = (proof: Proof) => sum([ZERO, ...rows.flatMap((row) => (row.proof === proof ? (row.points ?? []) : []))])
  return { machine: of('machine'), document: of('document'), asserted: of('asserted'), unproved: of('unproved') }
}
