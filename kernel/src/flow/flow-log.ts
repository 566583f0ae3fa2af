import type { Wording } from '../wording.ts'

/** The sentences of a case's history. `{actor}`, `{people}`, `{node}`, `{target}` are named by whoever prints them. */
export const FLOW_LOG = {
  started: { zh: '{actor}发起。', en: '{actor} started the case.' },
  submitted: { zh: '{actor}重新提交。', en: '{actor} submitted again.' },
  agreed: { zh: '{actor}在“{node}”同意。', en: '{actor} agreed at "{node}".' },
  'agreed-by-rule': {
    zh: '{people}在“{node}”按规则自动同意。',
    en: 'By rule, {people} counted as agreeing at "{node}".',
  },
  'agreed-when-late': {
    zh: '“{node}”逾期，{people}按规则视为同意。',
    en: '"{node}" was late: by rule, {people} counted as agreeing.',
  },
  disagreed: { zh: '{actor}在“{node}”不同意。', en: '{actor} disagreed at "{node}".' },
  returned: {
    zh: '{actor}从“{node}”退回到“{target}”，之后逐步重走。',
    en: '{actor} returned the case from "{node}" to "{target}", to be walked again.',
  },
  'returned-to-resume': {
    zh: '{actor}从“{node}”退回到“{target}”，办完直接回到“{node}”。',
    en: '{actor} returned the case from "{node}" to "{target}", to come straight back.',
  },
  resumed: { zh: '直接回到“{node}”。', en: 'The case came straight back to "{node}".' },
  rejected: { zh: '{actor}在“{node}”驳回，事项结束。', en: '{actor} rejected the case at "{node}"; it ended.' },
  withdrawn: { zh: '{actor}撤回到“{node}”。', en: '{actor} withdrew the case to "{node}".' },
  transferred: { zh: '{actor}将“{node}”转办给{people}。', en: '{actor} gave "{node}" to {people}.' },
  delegated: {
    zh: '{actor}将“{node}”委派给{people}，办后返回。',
    en: '{actor} delegated "{node}" to {people} and gets it back.',
  },
  'added-before': { zh: '{actor}在“{node}”前加签{people}。', en: '{actor} asked {people} to sign before at "{node}".' },
  'added-after': {
    zh: '{actor}在“{node}”同意，并后加签{people}。',
    en: '{actor} agreed at "{node}" and asked {people} to sign after.',
  },
  'added-beside': { zh: '{actor}在“{node}”并加签{people}。', en: '{actor} asked {people} to sign beside at "{node}".' },
  'removed-signer': { zh: '{actor}在“{node}”减签{people}。', en: '{actor} took {people} off at "{node}".' },
  copied: { zh: '抄送{people}。', en: 'Copied to {people}.' },
  circulated: { zh: '{actor}传阅给{people}。', en: '{actor} circulated it to {people}.' },
  read: { zh: '{actor}已阅。', en: '{actor} read it.' },
  urged: { zh: '{actor}催办{people}。', en: '{actor} urged {people}.' },
  asked: { zh: '{actor}向{people}询问。', en: '{actor} asked {people} a question.' },
  answered: { zh: '{actor}回复。', en: '{actor} answered.' },
  reassigned: { zh: '{actor}将“{node}”改派给{people}。', en: '{actor} reassigned "{node}" to {people}.' },
  reminded: { zh: '“{node}”逾期，提醒{people}。', en: '"{node}" is late: {people} was reminded.' },
  escalated: { zh: '“{node}”逾期，上报给{people}。', en: '"{node}" is late and was escalated to {people}.' },
  approved: { zh: '全部通过，事项结束。', en: 'Everything was agreed; the case ended.' },
  'ended-disagreed': { zh: '未获同意，事项结束。', en: 'Agreement was not reached; the case ended.' },
  voided: { zh: '{actor}作废，编号保留不再使用。', en: '{actor} voided the case; its number stays used.' },
} as const satisfies Record<string, Wording>

export type FlowLogCode = keyof typeof FLOW_LOG

/** One sentence, still to be worded. `actor` is null for the clock, `onBehalfOf` is set when a deputy acted. */
export type LogLine = {
  readonly code: FlowLogCode
  readonly actor: string | null
  readonly onBehalfOf: string | null
  readonly at: string
  readonly node: string | null
  readonly target: string | null
  readonly people: readonly string[]
  readonly opinion: string
}

/** What others must hear of. Rows tell the rest. */
export type FlowEvent =
  | { readonly kind: 'task-opened'; readonly task: number; readonly person: string }
  | { readonly kind: 'urged'; readonly task: number; readonly person: string }
  | { readonly kind: 'reminded'; readonly task: number; readonly person: string }
  | { readonly kind: 'case-ended'; readonly state: 'approved' | 'disagreed' | 'rejected' | 'voided' }
