import { randomUUID } from 'node:crypto'
import { foldForSearch, searchPairs } from '@shiji/kernel/search/search-text'
import { search } from '@shiji/server/modules/performance/search'
import { createTenant } from '@shiji/server/platform/tenants/create-tenant'
import { Client, type Pool } from 'pg'
import { percentile } from '../measure.ts'
import type { InProcess } from './in-process.ts'

export const TITLES = 1_000_000
const BATCH = 20_000
const UNITS = 1_000
const QUERIES = 400
const SLUG = 'titles'
const SEEDED_WITHIN_MS = 600_000

export type Search = {
  readonly p50Ms: number
  readonly p95Ms: number
  readonly slowest: string
  readonly slowestMs: number
}

/** A second tenant with a million projects, searched from its root by two characters of any title. */
export async function measureSearch({ pool, contextOf }: InProcess): Promise<Search> {
  const root = { personId: randomUUID(), unitId: randomUUID() }
  const { schema } = await createTenant(pool, {
    id: randomUUID(),
    slug: SLUG,
    name: '题名',
    now: Temporal.Now.instant(),
  })
  await seedTitles(pool, schema, root.unitId)
  const asked: { text: string; ms: number }[] = []
  for (let round = 0; round < QUERIES; round += 1) {
    const text = twoCharacters()
    const begun = performance.now()
    await search(contextOf(schema, root), { text })
    asked.push({ text, ms: performance.now() - begun })
  }
  const slowest = asked.toSorted((left, right) => right.ms - left.ms)[0] ?? { text: '', ms: 0 }
  const times = asked.map(({ ms }) => ms)
  return { p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95), slowest: slowest.text, slowestMs: slowest.ms }
}

/** On a line of its own: an index over a million titles takes longer than the product waits for any answer. */
async function seedTitles(pool: Pool, schema: string, root: string): Promise<void> {
  const client = new Client({ ...pool.options, query_timeout: SEEDED_WITHIN_MS })
  await client.connect()
  try {
    await client.query(`set search_path to ${schema}`)
    await client.query(
      `insert into directory_unit (id, parent_id, name, kind, ancestors) values ($1, null, '题名区', 'district', array[$1]::uuid[])`,
      [root],
    )
    await client.query(
      `insert into directory_unit (id, parent_id, name, kind, ancestors)
       select unit.id, $1, '单位' || n, 'school', array[$1, unit.id]::uuid[]
       from generate_series(1, ${UNITS}) n, lateral (select uuidv7() as id where n > 0) unit`,
      [root],
    )
    const { rows } = await client.query(`select pg_get_indexdef('performance_project_found'::regclass) as made`)
    await client.query('drop index performance_project_found')
    for (let first = 0; first < TITLES; first += BATCH) {
      const titles = Array.from({ length: BATCH }, (_, index) => titleOf(first + index))
      await client.query(
        `insert into performance_project (id, unit_id, name, made_at, folded, pairs)
         select uuidv7(), unit.id, name, now(), folded, pairs
         from jsonb_to_recordset($1) as title(name text, folded text, pairs text[], n int)
         join (select id, row_number() over (order by id) as n from directory_unit where kind = 'school') unit using (n)`,
        [
          JSON.stringify(
            titles.map((name, n) => ({
              name,
              folded: foldForSearch(name),
              pairs: searchPairs(name),
              n: (n % UNITS) + 1,
            })),
          ),
        ],
      )
    }
    await client.query(`set maintenance_work_mem to '256MB'; ${rows[0].made}`)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item

/** Years come one after another, as titles do; everything else stands anywhere. */
function titleOf(serial: number): string {
  const year = 2017 + Math.floor((serial / TITLES) * 10)
  return `${year}年${pick(PLACES)}${pick(ORGANS)}${pick(OBJECTS)}${pick(OBJECTS)}${pick(DEEDS)}${pick(KINDS)}（${serial}）`
}

/** Two neighbours in a title like those that were saved. */
function twoCharacters(): string {
  const letters = [...foldForSearch(titleOf(Math.floor(Math.random() * TITLES))).replaceAll(' ', '')]
  const at = Math.floor(Math.random() * (letters.length - 1))
  return letters.slice(at, at + 2).join('')
}

const words = (text: string) => text.split(' ')
const PLACES = words('澄湖区 林溪镇 青屿街道 望江路 石桥村 双塔社区 云岭乡 枫桥镇 白鹭洲 晴川街道 松涛村 碧溪社区')
const ORGANS = words(
  '第一小学 第二小学 实验中学 幼儿园 卫生院 图书馆 文化馆 体育馆 档案馆 敬老院 信息中心 农业站 水利站 环卫所 交警队 消防站 法律援助中心 残疾人联合会 妇女联合会 职业学校',
)
const OBJECTS = words(
  '校园 屋面 网络 机房 食堂 操场 电梯 消防 档案 图书 路灯 道路 桥梁 河道 绿化 污水 垃圾 停车场 监控 门禁 服务器 数据库 教材 校车 疫苗 药品 救护车 土地 农田 水库 供暖 空调 课桌 实验室 宿舍',
)
const DEEDS = words(
  '维修 改造 采购 更新 运行维护 检测 评估 培训 宣传 建设 扩建 租赁 保洁 安保 监理 设计 普查 补助 奖励 慰问',
)
const KINDS = words('项目 经费 专项 工程 服务 补贴 资金')
