import { PERMISSION_WORDS } from '@shiji/contract/refusal-words'
import { expect, test } from 'vitest'
import { openDirectory } from '#testing/test-directory'
import { MODULES } from './modules.ts'

test('every permission has a name people know', () => {
  const unnamed = MODULES.flatMap(({ permissions }) => permissions).filter((name) => !(name in PERMISSION_WORDS))
  expect(unnamed).toEqual([])
})

test('a refusal names permissions and roles in words, and in codes for programs', async () => {
  const { call, accept } = await openDirectory()
  const security = await accept('security-administrator', 'secadmin')
  const audit = await accept('audit-administrator', 'audadmin')
  const denied = await call('GET', '/ledger', { cookie: security.cookie })
  expect(denied.body.detail).toContain('您没有这项权限（查看操作账本）')
  expect(denied.body.parameters).toEqual({ permission: 'directory.read-ledger' })
  const body = { roles: ['audit-administrator', 'project-leader'] }
  const refused = await call('PUT', `/people/${audit.body.person.id}/roles`, { body, cookie: security.cookie })
  expect(refused.body.detail).toContain('“审计管理员”和“项目负责人”')
})
