import type { Wording, WordingParameters } from '../wording.ts'

/** Why an action is refused. Nothing has changed when one of these is given. */
export const FLOW_REFUSALS = {
  'needs-people': {
    zh: '还不知道节点“{nodes}”由谁办理。',
    en: 'It is not known yet who signs at "{nodes}".',
  },
  'nobody-at-node': {
    zh: '节点“{node}”及其后备都没有可办理的人，事项仍在原处。请让管理员补上人员。',
    en: 'Nobody can sign at "{node}", nor its fallback; the case stays where it is. Ask an administrator to name people.',
  },
  'people-not-chosen': {
    zh: '请先选择节点“{node}”的办理人。',
    en: 'First choose who signs at "{node}".',
  },
  'too-many-signers': { zh: '一个节点最多{most}人办理。', en: 'At most {most} people can sign at one node.' },
  'field-missing': {
    zh: '判断走向需要“{field}”，但它还没有填写。请先填写。',
    en: 'The way forward depends on "{field}", which is not filled in: fill it in first.',
  },
  'task-not-found': { zh: '没有这项待办。', en: 'There is no such task.' },
  'task-already-done': {
    zh: '这项待办已由{by}办理完毕，没有再次生效。',
    en: 'This task was already dealt with by {by}; nothing was done twice.',
  },
  'task-changed': {
    zh: '这项待办在您打开之后有了变化，请刷新后再办。',
    en: 'This task changed after you opened it: reload and decide again.',
  },
  'not-yours': { zh: '这一步不由您办理。', en: 'This step is not yours to take.' },
  'case-over': { zh: '事项已经结束，不能再这样办理。', en: 'The case has ended; this can no longer be done.' },
  'verb-unfit': { zh: '这种待办不能这样办理。', en: 'This kind of task cannot be dealt with that way.' },
  'not-your-turn': {
    zh: '还没有轮到您，前面的人正在办理。',
    en: 'It is not your turn yet: somebody before you is signing.',
  },
  'helpers-asked': {
    zh: '正在等您请的人回复。可以先减签，也可以直接退回或驳回。',
    en: 'The people you asked have not answered. Take them off, or return or reject the case right away.',
  },
  'reason-missing': { zh: '请写明理由。', en: 'Please give a reason.' },
  'own-case': {
    zh: '这一节点不允许发起人审批自己的事项。',
    en: 'At this node the starter may not sign their own case.',
  },
  'already-signer': {
    zh: '{person}已经是这一步的办理人。',
    en: '{person} already signs at this step.',
  },
  'nobody-named': { zh: '请选择至少一个人。', en: 'Choose at least one person.' },
  'already-reading': {
    zh: '所选的人都已收到，还未阅读。',
    en: 'Everybody chosen has it already and has yet to read it.',
  },
  'return-not-possible': {
    zh: '这一步不能退回：没有允许退回的已办步骤。',
    en: 'This step cannot be returned: there is no step behind it that a return is allowed to.',
  },
  'return-choose-step': {
    zh: '前面有几个并行步骤，请选择退回到哪一步。',
    en: 'Several parallel steps came just before: choose the one to return to.',
  },
  'return-target-illegal': {
    zh: '不能退回到“{node}”，只能退回到走过且允许的步骤。',
    en: 'The case cannot be returned to "{node}": only to a step it passed and that is allowed.',
  },
  'reject-not-allowed': {
    zh: '这一节点不能驳回，可以退回或不同意。',
    en: 'This node cannot reject: return or disagree.',
  },
  'withdraw-too-late': {
    zh: '下一步已经打开或办理，不能撤回。可以联系对方退回。',
    en: 'The next step has been opened or decided, so it is too late to withdraw: ask them to return it.',
  },
  'remove-too-late': {
    zh: '对方已经打开或者不是您加的，不能减签。',
    en: 'They have opened it already, or were not added by you, and cannot be taken off.',
  },
  'helpers-too-deep': {
    zh: '加签和委派最多连续{most}层。',
    en: 'Helpers can ask further helpers at most {most} levels deep.',
  },
  'urged-recently': {
    zh: '{hours}小时内已经催办过，请稍后再催。',
    en: 'It was urged less than {hours} hours ago: wait before urging again.',
  },
  'nobody-to-urge': { zh: '现在没有可催办的人。', en: 'There is nobody to urge now.' },
  'not-due': { zh: '期限还没有到，或已经处理过。', en: 'The deadline has not passed, or was acted upon before.' },
} as const satisfies Record<string, Wording>

type FlowRefusalCode = keyof typeof FLOW_REFUSALS

export type FlowRefusal = {
  readonly code: FlowRefusalCode
  readonly parameters: WordingParameters
  /** The nodes `needs-people` asks about. */
  readonly nodes: readonly string[]
}

export function refusal(code: FlowRefusalCode, parameters: WordingParameters = {}): FlowRefusal {
  return { code, parameters, nodes: [] }
}
