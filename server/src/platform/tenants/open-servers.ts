import type { PoolConfig } from 'pg'
import { makePool } from '../database/pool.ts'
import type { DatabaseServer } from './database-server.ts'

export type NamedServer = { readonly name: string; readonly url: string }

const NAMED = /^([a-z0-9-]{1,40})=(postgres(?:ql)?:\/\/\S+)$/

/** `west=postgres://… east=postgres://…`; null when it says anything else. */
export function parseServers(text: string): readonly NamedServer[] | null {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const servers = words.flatMap((word) => {
    const [, name, url] = NAMED.exec(word) ?? []
    return name === undefined || url === undefined ? [] : [{ name, url }]
  })
  const isClear = servers.length === words.length && new Set(servers.map(({ name }) => name)).size === words.length
  return isClear && servers.every(({ name }) => name !== HOME) ? servers : null
}

/** The server every installation begins with: the embedded one, or that of `DATABASE_URL`. */
export const HOME = 'home'

/** One pool for each server; home first. */
export function openServers(
  home: PoolConfig,
  others: readonly NamedServer[],
  applicationName: string,
): readonly [DatabaseServer, ...DatabaseServer[]] {
  const open = (name: string, config: PoolConfig): DatabaseServer => ({
    name,
    pool: makePool(config, applicationName),
    conninfo: conninfoOf(config),
  })
  return [open(HOME, home), ...others.map(({ name, url }) => open(name, { connectionString: url }))]
}

/** How the other database finds this one: it reads addresses as libpq does. */
function conninfoOf({ connectionString, host, user, database }: PoolConfig): string {
  return connectionString ?? `host='${host}' user='${user}' dbname='${database}'`
}
