import { randomUUIDv7 } from 'node:crypto'
import { resolve } from 'node:path'
import { say } from '@shiji/kernel/wording'
import type { DatabaseServer } from '#platform/tenants/database-server'
import type { Moved } from '#platform/tenants/move/move-tenant'
import { type Call, CallRefused, type Command, type ExitCode } from '../command.ts'
import { DATA_OPTION, defaultDataFolder } from '../data-option.ts'
import { onServers } from './on-servers.ts'
import { MOVE_STEPS, NOT_MOVED, TENANT } from './tenant-wording.ts'

export const tenantMove: Command = {
  path: ['tenant', 'move'],
  summary: {
    zh: '把一个区搬到另一台数据库服务器，可以照常使用；中断后再执行一次即可',
    en: 'move a district to another database server while it is used; interrupted, run it again',
  },
  usage: 'SLUG',
  options: {
    to: {
      kind: 'text',
      placeholder: 'SERVER',
      describe: {
        zh: '去哪台：home 或 SHIJI_SERVERS 里的名字',
        en: 'where to: home, or a name of SHIJI_SERVERS',
      },
    },
    data: DATA_OPTION,
  },
  run: move,
}

async function move(call: Call): Promise<ExitCode> {
  const [slug] = call.arguments
  const server = call.texts.to
  if (slug === undefined || server === undefined) throw new CallRefused(say(TENANT.usageMove, call.language))
  const dataFolder = resolve(call.texts.data ?? defaultDataFolder())
  const moved = await onServers(call, dataFolder, (servers) => carry(call, servers, { slug, server })).catch(
    (error: unknown) => {
      if (call.signal.aborted) throw new CallRefused(say(TENANT.cancelled, call.language, { slug }))
      throw error
    },
  )
  if (call.json) call.print(JSON.stringify({ slug, server, ...moved }))
  else if (moved.kind === 'moved') {
    call.print(say(TENANT.moved, call.language, { slug, server, pause: Math.ceil(moved.pauseMs) }))
  } else call.print(say(NOT_MOVED[moved.kind], call.language, { slug, server }))
  return moved.kind === 'moved' || moved.kind === 'already-there' ? 0 : 2
}

type Asked = { readonly slug: string; readonly server: string }

async function carry(call: Call, servers: readonly DatabaseServer[], { slug, server }: Asked): Promise<Moved> {
  const { schemaOf } = await import('#platform/tenants/create-tenant')
  const { findHolder } = await import('#platform/tenants/follow-tenant')
  const { moveTenant } = await import('#platform/tenants/move/move-tenant')
  const { settleAmong } = await import('#platform/tenants/follow-tenant')
  const to = servers.find(({ name }) => name === server)
  if (to === undefined) {
    const known = servers.map(({ name }) => name).join(', ')
    throw new CallRefused(say(TENANT.serverUnknown, call.language, { server, known }))
  }
  const schema = schemaOf(slug)
  await settleAmong(servers, schema)
  const from = await findHolder(servers, schema)
  if (from === null) return { kind: 'not-here' }
  if (from === to) return { kind: 'already-there' }
  return moveTenant({
    from,
    to,
    schema,
    newId: randomUUIDv7,
    requestId: randomUUIDv7(),
    now: () => Temporal.Now.instant(),
    signal: call.signal,
    tell: (step) => call.tell(say(MOVE_STEPS[step], call.language)),
  })
}
