import type { Role } from '@shiji/contract/directory'
import type { Wording } from '@shiji/kernel/wording'

export const ROLE_WORDS: Readonly<Record<Role, Wording>> = {
  'system-administrator': { zh: '系统管理员', en: 'System administrator' },
  'security-administrator': { zh: '安全管理员', en: 'Security administrator' },
  'audit-administrator': { zh: '审计管理员', en: 'Audit administrator' },
  'project-leader': { zh: '项目负责人', en: 'Project leader' },
  'project-contact': { zh: '项目联系人', en: 'Project contact' },
  'centre-manager': { zh: '信息中心主任', en: 'Centre manager' },
  'finance-reviewer': { zh: '财政审核人', en: 'Finance reviewer' },
  staff: { zh: '业务科室人员', en: 'Staff' },
  teacher: { zh: '教师', en: 'Teacher' },
  engineer: { zh: '驻场工程师', en: 'Resident engineer' },
  'duty-operator': { zh: '值班员', en: 'Duty operator' },
  supervisor: { zh: '监理', en: 'Supervisor' },
  auditor: { zh: '审计与评价人员', en: 'Auditor' },
}

/** 三员分立: whoever holds one of these holds nothing else. */
export const ADMINISTRATORS: readonly Role[] = ['system-administrator', 'security-administrator', 'audit-administrator']

export const DAILY_ROLES = (Object.keys(ROLE_WORDS) as Role[]).filter((role) => !ADMINISTRATORS.includes(role))

/** Roles that would break the separation beside those chosen already. */
export function cannotJoin(role: Role, chosen: readonly Role[]): boolean {
  const others = chosen.filter((one) => one !== role)
  return ADMINISTRATORS.includes(role) ? others.length > 0 : others.some((one) => ADMINISTRATORS.includes(one))
}
