import type { Role } from '@shiji/contract/directory'

/** Every permission of this module; other modules list their own. */
export const DIRECTORY_PERMISSIONS = [
  'directory.manage-units',
  'directory.manage-people',
  'directory.see-people',
  'directory.grant-roles',
  'directory.read-ledger',
  'directory.set-sign-in-rules',
  'directory.reset-access',
] as const

/** 三员分立: the system administrator creates and grants nothing, the security administrator grants and creates nothing. */
const ROLE_PERMISSIONS: Readonly<Record<Role, readonly string[]>> = {
  'system-administrator': [
    'directory.manage-units',
    'directory.manage-people',
    'directory.see-people',
    'flow.manage',
    'inbox.manage',
    'watch.tell',
    'calendar.manage',
    'desk.assign-teams',
    'desk.manage-mail',
  ],
  'security-administrator': [
    'directory.grant-roles',
    'directory.see-people',
    'directory.set-sign-in-rules',
    'directory.reset-access',
  ],
  'audit-administrator': ['directory.read-ledger'],
  'project-leader': [
    'documents.read',
    'documents.keep',
    'performance.read',
    'performance.write',
    'evidence.read',
    'evidence.write',
    'directory.see-people',
    'desk.read',
    'desk.confirm',
    'desk.organize',
    'contracts.read',
    'contracts.confirm',
    'assets.read',
    'upkeep.read',
    'upkeep.work',
    'upkeep.plan',
    'watch.read',
  ],
  'project-contact': [
    'documents.read',
    'documents.keep',
    'performance.read',
    'performance.write',
    'evidence.read',
    'evidence.write',
    'desk.read',
    'desk.log',
    'contracts.read',
    'contracts.write',
    'assets.read',
    'assets.write',
    'upkeep.read',
    'upkeep.work',
    'watch.read',
  ],
  staff: ['desk.read', 'desk.log', 'upkeep.read'],
  teacher: ['desk.read', 'desk.log'],
  'centre-manager': [
    'documents.read',
    'documents.keep',
    'performance.read',
    'performance.write',
    'evidence.read',
    'evidence.write',
    'directory.see-people',
    'desk.read',
    'desk.log',
    'desk.work',
    'desk.confirm',
    'desk.organize',
    'desk.manage-spots',
    'contracts.read',
    'contracts.write',
    'contracts.confirm',
    'assets.read',
    'assets.write',
    'upkeep.read',
    'upkeep.work',
    'upkeep.plan',
    'watch.read',
    'watch.manage',
  ],
  engineer: [
    'documents.read',
    'desk.read',
    'desk.log',
    'desk.work',
    'assets.read',
    'assets.write',
    'watch.read',
    'watch.manage',
    'upkeep.read',
    'upkeep.work',
  ],
  'duty-operator': [
    'desk.read',
    'desk.log',
    'desk.work',
    'desk.manage-spots',
    'assets.read',
    'watch.read',
    'upkeep.read',
    'upkeep.work',
  ],
  'finance-reviewer': ['documents.read', 'performance.read', 'performance.review', 'evidence.read', 'contracts.read'],
  supervisor: [
    'documents.read',
    'performance.read',
    'evidence.read',
    'desk.read',
    'contracts.read',
    'contracts.supervise',
    'watch.read',
    'upkeep.read',
  ],
  // Sees what was given to score, and nothing else.
  expert: ['performance.judge'],
  auditor: [
    'documents.read',
    'performance.read',
    'evidence.read',
    'directory.read-ledger',
    'desk.read',
    'contracts.read',
    'assets.read',
    'upkeep.read',
    'watch.read',
  ],
}

export const ADMINISTRATORS: readonly Role[] = ['system-administrator', 'security-administrator', 'audit-administrator']

export function permissionsOf(roles: readonly Role[]): ReadonlySet<string> {
  return new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]))
}

/** An administrator's role stands alone: with no second administrator's and with no role of the daily work. */
export function findForbiddenPair(roles: readonly Role[]): { first: Role; second: Role } | null {
  const first = roles.find((role) => ADMINISTRATORS.includes(role))
  const second = roles.find((role) => role !== first)
  return first !== undefined && second !== undefined ? { first, second } : null
}
