import type { Wording } from '@shiji/kernel/wording'
import type { RefusalCode } from './refusals.ts'
import { ROLE_WORDS } from './role-words.ts'

/** Every permission as a person would name it; a test keeps the list whole. */
export const PERMISSION_WORDS: Readonly<Record<string, Wording>> = {
  'directory.manage-units': { zh: '维护单位', en: 'manage units' },
  'directory.manage-people': { zh: '维护人员', en: 'manage people' },
  'directory.see-people': { zh: '查看人员', en: 'see people' },
  'directory.grant-roles': { zh: '授予角色', en: 'grant roles' },
  'directory.read-ledger': { zh: '查看操作账本', en: 'read the ledger' },
  'directory.set-sign-in-rules': { zh: '设定登录规则', en: 'set the sign-in rules' },
  'directory.reset-access': { zh: '重置他人的登录', en: "reset other people's access" },
  'assets.read': { zh: '查看资产', en: 'see assets' },
  'assets.write': { zh: '办理资产和盘点', en: 'work on assets and stocktakes' },
  'contracts.read': { zh: '查看合同和供应商', en: 'see contracts and vendors' },
  'contracts.write': { zh: '办理合同和供应商', en: 'work on contracts and vendors' },
  'contracts.confirm': { zh: '审定合同变更和考核', en: 'decide changes and appraisals of contracts' },
  'contracts.supervise': { zh: '写监理记录', en: 'write supervision notes' },
  'desk.read': { zh: '查看工单', en: 'see tickets' },
  'desk.log': { zh: '接报', en: 'log calls' },
  'desk.work': { zh: '办理工单', en: 'work on tickets' },
  'desk.confirm': { zh: '复核定级', en: 'confirm the class of a ticket' },
  'desk.organize': { zh: '设定服务线、开展满意度调查', en: 'set service lines and hold surveys' },
  'desk.manage-spots': { zh: '维护报修二维码', en: 'keep the codes for reporting faults' },
  'desk.manage-mail': { zh: '维护服务台邮箱', en: 'keep the mailbox of the desk' },
  'desk.assign-teams': { zh: '指定服务班组', en: 'name the teams that serve units' },
  'calendar.manage': { zh: '维护工作日历', en: 'keep the calendar' },
  'evidence.read': { zh: '查看依据', en: 'see the evidence' },
  'evidence.write': { zh: '绑定依据、核对登记簿', en: 'bind evidence and review registers' },
  'upkeep.read': { zh: '查看计划、巡检和值班', en: 'see plans, rounds and duty' },
  'upkeep.work': { zh: '办理巡检和值班', en: 'do rounds and duty' },
  'documents.read': { zh: '查看制度文件', en: 'see documents in force' },
  'documents.keep': { zh: '登记制度文件', en: 'keep documents in force' },
  'upkeep.plan': { zh: '排计划和值班表', en: 'lay out plans and rosters' },
  'watch.read': { zh: '查看探测和可用率', en: 'see probes and availability' },
  'watch.manage': { zh: '管理探测', en: 'keep probes' },
  'inbox.manage': { zh: '管理消息渠道', en: 'keep the channels of messages' },
  'watch.tell': { zh: '允许指标对外', en: 'let figures out' },
  'flow.manage': { zh: '维护审核流程', en: 'manage review flows' },
  'performance.read': { zh: '查看绩效表', en: 'read forms' },
  'performance.write': { zh: '填报绩效表', en: 'fill in forms' },
  'performance.review': { zh: '审核绩效表', en: 'review forms' },
  'performance.judge': { zh: '作为专家评分', en: 'score as an expert' },
}

/** Why a new password is refused. */
export const PASSWORD_FAULT_WORDS: Readonly<Record<string, Wording>> = {
  'too-short': { zh: '太短', en: 'it is too short' },
  'too-simple': {
    zh: '种类不够，大写、小写、数字、符号至少要有三种',
    en: 'it is too simple: use three of capitals, small letters, digits and signs',
  },
  'holds-name': { zh: '含有姓名或登录名', en: 'it holds the name or the login' },
  'too-common': { zh: '太常见，容易被猜到', en: 'it is common and soon guessed' },
  earlier: { zh: '最近用过', en: 'it was used lately' },
  same: { zh: '和现在的密码一样', en: 'it is the present password' },
}

type WordsOfParameter = Readonly<Record<string, Readonly<Record<string, Wording>>>>

/** Parameters that are codes for programs, and the words people read in their place. */
export const REFUSAL_WORDS: Readonly<Partial<Record<RefusalCode, WordsOfParameter>>> = {
  'not-permitted': { permission: PERMISSION_WORDS },
  'roles-not-combinable': { first: ROLE_WORDS, second: ROLE_WORDS },
  'password-refused': { reason: PASSWORD_FAULT_WORDS },
}
