import type { Wording } from '../wording.ts'
import type { DeclarationState, Deed, Locked } from './declaration-life.ts'

export const STATE_WORDS: Readonly<Record<DeclarationState, Wording>> = {
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '已提交', en: 'handed in' },
  'in-review': { zh: '审核中', en: 'under review' },
  returned: { zh: '已退回', en: 'returned' },
  rejected: { zh: '不予通过', en: 'rejected' },
  approved: { zh: '已批复', en: 'approved' },
  revised: { zh: '已修订', en: 'revised' },
  monitored: { zh: '监控中', en: 'monitored' },
  'self-evaluated': { zh: '已自评', en: 'self-evaluated' },
  're-evaluated': { zh: '已复核', en: 're-evaluated' },
  archived: { zh: '已归档', en: 'archived' },
}

export const DEED_WORDS: Readonly<Record<Deed, Wording>> = {
  submit: { zh: '提交', en: 'hand in' },
  withdraw: { zh: '撤回', en: 'take back' },
  review: { zh: '审核', en: 'review' },
  return: { zh: '退回', en: 'return' },
  approve: { zh: '批复', en: 'approve' },
  reject: { zh: '否决', en: 'reject' },
  revise: { zh: '修订', en: 'revise' },
  monitor: { zh: '监控', en: 'monitor' },
  'self-evaluate': { zh: '自评', en: 'self-evaluate' },
  're-evaluate': { zh: '复核', en: 're-evaluate' },
  archive: { zh: '归档', en: 'archive' },
}

/** Why a cell is locked, and what to do instead. */
export const LOCK_WORDS: Readonly<Record<Locked, { readonly why: Wording; readonly advice: Wording }>> = {
  'under-review': {
    why: { zh: '正在审核', en: 'is under review' },
    advice: { zh: '请撤回，或等审核人退回后再改。', en: 'Take it back, or wait until it is returned.' },
  },
  frozen: {
    why: { zh: '已批复并冻结', en: 'is approved and frozen' },
    advice: { zh: '如需变更，请申请修订。', en: 'To change it, file a revision.' },
  },
  rejected: {
    why: { zh: '未获通过', en: 'was rejected' },
    advice: { zh: '请另行申报。', en: 'Declare anew.' },
  },
  archived: {
    why: { zh: '已归档', en: 'is archived' },
    advice: { zh: '归档后的内容只供查阅。', en: 'What is archived is only read.' },
  },
}
