import { Role } from '@shiji/contract/directory'
import { expect, test } from 'vitest'
import { ADMINISTRATORS, cannotJoin, DAILY_ROLES } from './role-words.ts'

test('every role can be granted to somebody', () => {
  expect([...ADMINISTRATORS, ...DAILY_ROLES].sort()).toEqual([...Role.options].sort())
})

test.each([
  ['an audit administrator beside a project leader', 'audit-administrator', ['project-leader'], true],
  ['a project leader beside a security administrator', 'project-leader', ['security-administrator'], true],
  ['a second administrator', 'system-administrator', ['audit-administrator'], true],
  ['two roles of the daily work', 'engineer', ['duty-operator'], false],
  ['the only role, to be taken away', 'audit-administrator', ['audit-administrator'], false],
] as const)('%s', (_title, role, chosen, refused) => {
  expect(cannotJoin(role, chosen)).toBe(refused)
})
