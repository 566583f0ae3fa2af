import type { Wording } from '../wording.ts'

/** What keeps a flow from being published; `checkDefinition` raises only these codes. */
export const DEFINITION_WORDING = {
  'start-not-one': {
    zh: '流程有{count}个发起节点，应当恰好一个。',
    en: 'The flow has {count} start nodes; it needs exactly one.',
  },
  'end-missing': { zh: '流程没有结束节点，请添加一个。', en: 'The flow has no end node: add one.' },
  'node-twice': {
    zh: '节点编号“{node}”出现两次，请改掉其中一个。',
    en: 'Two nodes are called "{node}": rename one of them.',
  },
  'exit-unknown': {
    zh: '节点“{node}”指向不存在的节点“{target}”，请重新连线。',
    en: 'The node "{node}" leads to "{target}", which does not exist: connect it again.',
  },
  'flow-circles': {
    zh: '连线绕成了圈。退回由办理人操作，不用画回头线，请删去回头的连线。',
    en: 'The lines run in a circle. Going back is an action of the signer, not a line: delete the line that turns back.',
  },
  'node-unreachable': {
    zh: '从发起走不到节点“{node}”，请连线或删去它。',
    en: 'The node "{node}" cannot be reached from the start: connect or delete it.',
  },
  'node-without-people': {
    zh: '节点“{node}”没有指定任何人，请选择办理人。',
    en: 'The node "{node}" names nobody: choose who signs.',
  },
  'node-without-fallback': {
    zh: '节点“{node}”的办理人可能找不到，请指定后备办理人。',
    en: 'The rule of the node "{node}" may find nobody: name a fallback.',
  },
  'fallback-may-be-empty': {
    zh: '节点“{node}”的后备办理人不能再由别人选择，请指定角色或人员。',
    en: 'The fallback of the node "{node}" cannot be chosen by somebody later: name a role or people.',
  },
  'else-missing': {
    zh: '条件“{node}”没有“其他情况”分支，请补上。',
    en: 'The condition "{node}" has no branch for all other cases: add it.',
  },
  'field-unknown': {
    zh: '条件“{node}”用到的字段“{field}”没有定义，请先定义它或换一个字段。',
    en: 'The condition "{node}" asks about "{field}", which is not defined: define it or choose another field.',
  },
  'comparison-unfit': {
    zh: '条件“{node}”对字段“{field}”的比较与字段类型不符，请改正比较方式或数值。',
    en: 'The condition "{node}" compares "{field}" in a way its kind does not allow: correct the comparison.',
  },
  'join-unknown': {
    zh: '并行“{node}”没有对应的汇合节点，请添加并选中它。',
    en: 'The parallel split "{node}" has no join: add one and choose it.',
  },
  'branch-misses-join': {
    zh: '“{node}”在并行分支内走向了“{target}”，分支必须先在自己的汇合处会合。',
    en: 'Inside a parallel branch "{node}" leads to "{target}": a branch must first meet at its own join.',
  },
  'join-incomplete': {
    zh: '汇合“{node}”等不到并行“{split}”的全部分支，请把每个分支都连到它。',
    en: 'The join "{node}" is not reached by every branch of "{split}": connect each branch to it.',
  },
  'join-without-split': {
    zh: '汇合“{node}”前面没有对应的并行节点，请删去或补上。',
    en: 'The join "{node}" belongs to no split: delete it or add the split.',
  },
  'return-target-illegal': {
    zh: '节点“{node}”不能退回到“{target}”：只能退回到它之前、不在别的并行分支里的发起或审批节点。',
    en: '"{node}" cannot return to "{target}": only to the start or a signing node before it, outside sibling branches.',
  },
  'escalation-without-people': {
    zh: '节点“{node}”逾期后上报，但没有指定上报给谁。',
    en: 'The node "{node}" escalates when late but names nobody to escalate to.',
  },
  'field-twice': { zh: '字段“{field}”定义了两次。', en: 'The field "{field}" is defined twice.' },
} as const satisfies Record<string, Wording>

export type DefinitionProblemCode = keyof typeof DEFINITION_WORDING
