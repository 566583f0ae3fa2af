import { writeListTemplate } from '@shiji/forms/write/excel/list-template'
import { expect, test } from 'vitest'
import { fileForm, makeOffice } from '#testing/test-office'
import { makeWorld } from '#testing/test-world'

const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')
const PEOPLE = 5000
const UNITS = 50
const EVERY = 25

const units = Array.from({ length: UNITS }, (_, at) => [`U${at}`, `第${at}小学`, '学校', at < 5 ? '' : `U${at % 5}`])
const right = Array.from({ length: PEOPLE }, (_, at) => [
  `教师${at}`,
  `teacher${at}`,
  `${10_000 + at}`,
  `U${at % UNITS}`,
  '教师',
])

/** One fault in every 25th row, of eight kinds by turns. */
const FAULTS: readonly ((row: readonly string[]) => readonly string[])[] = [
  ([, login, number, unit, role]) => ['', login ?? '', number ?? '', unit ?? '', role ?? ''],
  ([name, , number, unit, role]) => [name ?? '', '登录 名', number ?? '', unit ?? '', role ?? ''],
  ([name, , number, unit, role]) => [name ?? '', 'teacher1', number ?? '', unit ?? '', role ?? ''],
  ([name, login, , unit, role]) => [name ?? '', login ?? '', '10001', unit ?? '', role ?? ''],
  ([name, login, number, , role]) => [name ?? '', login ?? '', number ?? '', '没有的学校', role ?? ''],
  ([name, login, number, , role]) => [name ?? '', login ?? '', number ?? '', '', role ?? ''],
  ([name, login, number, unit]) => [name ?? '', login ?? '', number ?? '', unit ?? '', '校长'],
  ([name, login, number, unit]) => [name ?? '', login ?? '', number ?? '', unit ?? '', '系统管理员'],
]
const wrong = right.map((row, at) => (at % EVERY === 0 ? (FAULTS[(at / EVERY) % FAULTS.length]?.(row) ?? row) : row))

async function workbook(people: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const list = (name: string, headings: readonly string[], rows: readonly (readonly string[])[]) => {
    return { name, note: '说明', columns: headings.map((heading) => ({ heading, width: 20 })), rows }
  }
  const unitList = list('单位', ['单位代码', '单位名称', '类别', '上级单位'], units)
  return new Uint8Array(
    await writeListTemplate([unitList, list('人员', ['姓名', '登录名', '工号', '单位', '角色'], people)]),
  )
}

test('of 5,000 people with 200 planted faults every fault is named and marked; corrected, all come in', async () => {
  const world = await makeWorld()
  const { system } = await makeOffice(world, { now: () => NOW })
  const bring = (path: string, bytes: Uint8Array<ArrayBuffer>, more: object = {}) => {
    const body = fileForm('名单.xlsx', bytes)
    for (const [key, value] of Object.entries(more)) body.set(key, value)
    return system.ask('POST', path, { body })
  }
  const faulty = await workbook(wrong)
  expect((await bring('/directory-lists/readings', faulty)).body).toMatchObject({ wrongCells: 200, wrongRows: 200 })
  const marked = await bring('/directory-lists/marked', faulty)
  expect((await bring('/directory-lists/readings', new Uint8Array(marked.bytes))).body).toMatchObject({
    wrongCells: 200,
  })

  const good = await workbook(right)
  const { fingerprint } = (await bring('/directory-lists/readings', good)).body
  const taken = await bring('/directory-lists', good, { fingerprint, linksFor: 'new' })
  expect(taken.body.links).toHaveLength(PEOPLE)
  expect((await bring('/directory-lists/readings', good)).body.people).toEqual({
    made: 0,
    changed: 0,
    unchanged: PEOPLE,
  })
})
