import { resolve } from 'node:path'
import type { TenantDatabase } from '#platform/database/transaction'
import type { Call, Option } from '../command.ts'
import { DATA_OPTION, defaultDataFolder } from '../data-option.ts'
import { onDatabaseThere } from '../on-database.ts'

export const USER_OPTIONS = {
  data: DATA_OPTION,
  district: {
    kind: 'text',
    placeholder: 'SLUG',
    describe: {
      zh: '只看一个区（shiji tenant list 列出各区）',
      en: 'one district only (shiji tenant list names them)',
    },
  },
} as const satisfies Readonly<Record<string, Option>>

type District = { readonly slug: string; readonly db: TenantDatabase }

/** The districts in use on the server of this installation, or the one that was named. */
export function onDistricts<Value>(
  call: Call,
  work: (districts: readonly District[]) => Promise<Value>,
): Promise<Value> {
  return onDatabaseThere(call, resolve(call.texts.data ?? defaultDataFolder()), async (pool) => {
    const { listTenants } = await import('#platform/tenants/list-tenants')
    const wanted = call.texts.district
    const open = (await listTenants(pool)).filter(({ state, slug }) => state === 'open' && slug === (wanted ?? slug))
    return work(open.map(({ slug, schema }) => ({ slug, db: { pool, schema } })))
  })
}
