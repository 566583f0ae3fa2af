import type { Role } from '@shiji/contract/directory'
import { ROLE_WORDS } from '@shiji/contract/role-words'

/** 三员分立: whoever holds one of these holds nothing else. */
export const ADMINISTRATORS: readonly Role[] = ['system-administrator', 'security-administrator', 'audit-administrator']

export const DAILY_ROLES = (Object.keys(ROLE_WORDS) as Role[]).filter((role) => !ADMINISTRATORS.includes(role))

/** Roles that would break the separation beside those chosen already. */
export function cannotJoin(role: Role, chosen: readonly Role[]): boolean {
  const others = chosen.filter((one) => one !== role)
  return ADMINISTRATORS.includes(role) ? others.length > 0 : others.some((one) => ADMINISTRATORS.includes(one))
}
