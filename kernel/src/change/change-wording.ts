import type { Wording } from '../wording.ts'
import type { ChangeResult, ChangeRisk, ChangeState } from './change-life.ts'
import type { WindowStanding } from './planned-window.ts'

export const CHANGE_STATE_WORDS: Readonly<Record<ChangeState, Wording>> = {
  reviewing: { zh: '审批中', en: 'being reviewed' },
  returned: { zh: '已退回', en: 'returned' },
  approved: { zh: '已批准', en: 'approved' },
  rejected: { zh: '未批准', en: 'not approved' },
  withdrawn: { zh: '已撤回', en: 'taken back' },
  ended: { zh: '已办结', en: 'ended' },
}

export const RISK_WORDS: Readonly<Record<ChangeRisk, Wording>> = {
  low: { zh: '低', en: 'low' },
  medium: { zh: '中', en: 'medium' },
  high: { zh: '高', en: 'high' },
}

export const RESULT_WORDS: Readonly<Record<ChangeResult, Wording>> = {
  succeeded: { zh: '成功', en: 'succeeded' },
  partly: { zh: '部分完成', en: 'done in part' },
  'backed-out': { zh: '已回退', en: 'backed out' },
  'not-carried-out': { zh: '未实施', en: 'not carried out' },
}

/** Whether the window counts as planned downtime, and why not. */
export const WINDOW_WORDS: Readonly<Record<WindowStanding, Wording>> = {
  planned: { zh: '计入计划停机', en: 'planned downtime' },
  'not-approved': { zh: '未批准，不计', en: 'not approved, does not count' },
  'not-announced': { zh: '尚未告知，不计', en: 'not announced, does not count' },
  'too-late': { zh: '开始后才批准或告知，不计', en: 'approved or announced after it began, does not count' },
  unused: { zh: '未实施，不计', en: 'not carried out, does not count' },
}
