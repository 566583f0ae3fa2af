import { resolve } from 'node:path'
import { say } from '@shiji/kernel/wording'
import type { Call, Command, ExitCode } from '../command.ts'
import { DATA_OPTION, defaultDataFolder } from '../data-option.ts'
import { onServers } from './on-servers.ts'
import { TENANT, TENANT_STATES } from './tenant-wording.ts'

export const tenantList: Command = {
  path: ['tenant', 'list'],
  summary: { zh: '列出各区、所在的服务器和状态', en: 'list the districts, their servers and states' },
  usage: '',
  options: { data: DATA_OPTION },
  run: list,
}

async function list(call: Call): Promise<ExitCode> {
  const { listTenants } = await import('#platform/tenants/list-tenants')
  const found = await onServers(call, resolve(call.texts.data ?? defaultDataFolder()), async (servers) => {
    const perServer = await Promise.all(
      servers.map(async ({ name: server, pool }) => (await listTenants(pool)).map((tenant) => ({ ...tenant, server }))),
    )
    return perServer.flat()
  })
  if (call.json) {
    const tenants = found.map(({ slug, name, server, state, timeZone }) => ({ slug, name, server, state, timeZone }))
    call.print(JSON.stringify({ tenants }))
    return 0
  }
  for (const { slug, name, server, state } of found) {
    call.print(say(TENANT.line, call.language, { slug, name, server, state: TENANT_STATES[state][call.language] }))
  }
  if (found.length === 0) call.tell(say(TENANT.none, call.language))
  return 0
}
