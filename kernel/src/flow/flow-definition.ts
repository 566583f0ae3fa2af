import { z } from 'zod'
import { isDecimal } from '../decimal.ts'

/**
 * An approval flow as data: what a place or a unit draws, publishes and runs. A published version is never edited;
 * cases keep the version they began with. The shape admits what a person is still drawing; `checkDefinition` says
 * what keeps it from being published.
 */

export const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const NodeId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const personId = z.string().min(1)

/** Where the holders of a role are looked for. */
const Place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('starter-unit') }),
  z.strictObject({ kind: z.literal('above-starter-unit') }),
  z.strictObject({ kind: z.literal('unit'), unit: z.string().min(1) }),
  /** An office named by the place (区财政绩效办); the tenant says which unit sits at that desk. */
  z.strictObject({ kind: z.literal('desk'), desk: z.string().min(1) }),
])

/** Who is asked. The caller turns a rule into people; the engine never looks anybody up. */
const PeopleRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('role'), role: z.string().min(1), at: Place }),
  z.strictObject({ kind: z.literal('named'), people: z.array(personId) }),
  z.strictObject({ kind: z.literal('starter') }),
  /** Chosen by the starter when the case begins. */
  z.strictObject({ kind: z.literal('starter-choice') }),
  /** Chosen by whoever sends the case to this node. */
  z.strictObject({ kind: z.literal('previous-choice') }),
])

/** 会签 all · 或签 any (the first decides) · 比例 share of the signers in percent · 依次 in-turn. */
const Mode = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('any') }),
  z.strictObject({ kind: z.literal('share'), percent: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('in-turn') }),
])

const Deadline = z.strictObject({
  amount: z.int().min(1).max(999),
  unit: z.enum(['working-hours', 'working-days']),
  /** `escalate` gives the task to the people of `to`; `agree` agrees in the name of the rule. */
  whenLate: z.enum(['remind', 'agree', 'escalate']),
  to: PeopleRule.nullable(),
})

const Returns = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('walked') }),
  z.strictObject({ kind: z.literal('steps'), steps: z.array(NodeId).min(1) }),
])

const named = { id: NodeId, name: bilingual }
const next = { next: NodeId }

const Comparison = z.strictObject({
  field: z.string().min(1),
  operator: z.enum(['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'one-of']),
  value: z.union([z.string(), z.boolean(), z.array(z.string())]),
})

export const FlowNode = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), ...named, ...next }),
  z.strictObject({
    kind: z.literal('approve'),
    ...named,
    ...next,
    people: PeopleRule,
    mode: Mode,
    /** Asked when the rule finds nobody. */
    fallback: PeopleRule.nullable(),
    returns: Returns,
    mayReject: z.boolean(),
    /** The starter among the signers: asked like anyone · skipped as agreed · forbidden, others or the fallback sign. */
    selfApproval: z.enum(['ask', 'skip', 'forbid']),
    /** Somebody who agreed before in this walk; `skip-adjacent` only when that was the step just before. */
    repeatedApprover: z.enum(['ask', 'skip', 'skip-adjacent', 'forbid']),
    deadline: Deadline.nullable(),
  }),
  /** The first branch whose comparisons all hold is taken, else `otherwise`. */
  z.strictObject({
    kind: z.literal('branch'),
    ...named,
    branches: z.array(z.strictObject({ name: bilingual, when: z.array(Comparison).min(1), next: NodeId })).min(1),
    otherwise: NodeId.nullable(),
  }),
  z.strictObject({ kind: z.literal('split'), ...named, branches: z.array(NodeId).min(2), join: NodeId.nullable() }),
  z.strictObject({ kind: z.literal('join'), ...named, ...next }),
  /** 抄送: readers get a copy, the case does not wait. */
  z.strictObject({ kind: z.literal('copy'), ...named, ...next, people: PeopleRule }),
  z.strictObject({ kind: z.literal('end'), ...named }),
])

const Field = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  name: bilingual,
  kind: z.enum(['number', 'text', 'choice', 'yes-no']),
})

export const FlowDefinition = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.int().positive(),
  name: bilingual,
  /** Facts of the subject that branches may ask about. */
  fields: z.array(Field),
  /** Hours between two 催办 of one case. screens.md §2.3 says 4. */
  urgeEveryHours: z.int().positive(),
  nodes: z.array(FlowNode).min(1).max(100),
})

export type FlowDefinition = z.infer<typeof FlowDefinition>
export type FlowNode = z.infer<typeof FlowNode>
export type ApproveNode = Extract<FlowNode, { kind: 'approve' }>
export type BranchNode = Extract<FlowNode, { kind: 'branch' }>
export type PeopleRule = z.infer<typeof PeopleRule>
export type Mode = z.infer<typeof Mode>
export type Deadline = z.infer<typeof Deadline>
export type Comparison = z.infer<typeof Comparison>
type FlowField = z.infer<typeof Field>

/** A fact of the subject: numbers are decimal text. */
export type FieldValue = string | boolean

/** Does the value a branch compares with suit the kind of its field? */
export function comparisonFits({ operator, value }: Comparison, kind: FlowField['kind']): boolean {
  const isOrder = operator === 'lt' || operator === 'le' || operator === 'gt' || operator === 'ge'
  if (operator === 'one-of') return Array.isArray(value) && value.length > 0 && (kind === 'text' || kind === 'choice')
  switch (kind) {
    case 'number':
      return typeof value === 'string' && isDecimal(value)
    case 'yes-no':
      return typeof value === 'boolean' && !isOrder
    case 'text':
    case 'choice':
      return typeof value === 'string' && !isOrder
  }
}
