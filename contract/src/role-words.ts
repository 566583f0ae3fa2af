import type { Wording } from '@shiji/kernel/wording'
import type { Role } from './directory.ts'

/** The roles of a district as every list of people names them. */
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
  expert: { zh: '评价专家', en: 'Evaluation expert' },
}
