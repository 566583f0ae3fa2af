import { writeListTemplate } from '@shiji/forms/write/excel/list-template'
import { type Answer, type Colleague, fileForm, makeOffice } from './test-office.ts'
import { makeWorld, type TestWorld } from './test-world.ts'

const ASSET_HEADS = [
  ['资产编号', '名称', '类别', '型号', '序列号', '单价', '使用单位', '项目', '存放房间', '保管人', '状态'],
  ['到货日期', '入账日期', '保修至'],
].flat()

/** A list as an office fills it in, of any number of assets. */
export const assetRow = (number: string, changes: Readonly<Record<string, string>> = {}): string[] => {
  const usual: Readonly<Record<string, string>> = {
    资产编号: number,
    名称: '交换机',
    类别: '网络设备',
    存放房间: '三号机房',
    保管人: '陆明',
    状态: '在用',
    到货日期: '2026-01-05',
    入账日期: '2026-01-10',
  }
  return ASSET_HEADS.map((head) => changes[head] ?? usual[head] ?? '')
}

/** The list as its file. */
export async function assetWorkbook(rows: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const columns = ASSET_HEADS.map((heading) => ({ heading, width: 16 }))
  return new Uint8Array(await writeListTemplate([{ name: '资产', note: '说明', columns, rows }]))
}

export type TestAssets = {
  readonly world: TestWorld
  readonly clock: { now: Temporal.Instant }
  readonly unitId: string
  readonly contact: Colleague
  readonly stranger: Colleague
  readonly bring: (
    path: string,
    rows: readonly (readonly string[])[],
    more?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
  /** Looks and takes. */
  readonly take: (rows: readonly (readonly string[])[]) => Promise<Answer>
}

export async function makeAssets(now = '2026-03-02T01:00:00Z'): Promise<TestAssets> {
  const clock = { now: Temporal.Instant.from(now) }
  const world = await makeWorld()
  const office = await makeOffice(world, { now: () => clock.now })
  const unitId = await office.addUnit('教育信息中心')
  const contact = await office.addPerson('contact', { unitId, roles: ['project-contact'] })
  const other = await office.addUnit('机关事务服务中心')
  const stranger = await office.addPerson('stranger', { unitId: other, roles: ['project-contact'] })
  const bring: TestAssets['bring'] = async (path, rows, more = {}) => {
    const body = fileForm('资产.xlsx', await assetWorkbook(rows))
    for (const [key, value] of Object.entries(more)) body.set(key, value)
    return contact.ask('POST', path, { body })
  }
  return {
    world,
    clock,
    unitId,
    contact,
    stranger,
    bring,
    take: async (rows) => {
      const { fingerprint } = (await bring('/asset-lists/readings', rows)).body
      return bring('/asset-lists', rows, { fingerprint })
    },
  }
}
