import { Unit } from '@shiji/contract/directory'
import { ROLE_WORDS } from '@shiji/contract/role-words'
import { KIND_WORDS } from '@shiji/contract/unit-words'
import type { ListTemplate } from '@shiji/forms/write/excel/list-template'
import { PEOPLE_HEADINGS, SHEET_NAMES, UNIT_HEADINGS } from '@shiji/kernel/directory-import/import-sheets'
import { type Language, say } from '@shiji/kernel/wording'
import { sql } from 'kysely'
import { type Actor, type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { writeLists } from '#platform/lists/write-lists'
import { ADMINISTRATORS } from '../permissions.ts'
import { visibleTo } from '../person-store.ts'

const FILE_NAME = { zh: '单位和人员模板.xlsx', en: 'units-and-people.xlsx' }
const UNITS_NOTE = {
  zh: '第 3 行起每行一个单位。单位名称、类别必填；上级单位填代码或名称，空着就是直属本级，上级可以写在后面的行。\n再次导入时按单位代码认出同一单位；没有代码的，按“上级＋名称”认。\n例：J001 ｜ 明德小学 ｜ 学校 ｜ 东片学区',
  en: 'One unit a row, from row 3. Name and kind are required; the unit above is a code or a name, empty means directly below yours, and may stand in a later row.\nBrought again, a unit is known by its code; without one, by its name and the unit above.\nFor example: J001 | Mingde School | School | East district',
}
const PEOPLE_NOTE = {
  zh: '第 3 行起每人一行。姓名、单位必填；登录名和工号至少填一项。单位填代码或名称；角色可填几个，用顿号隔开，由安全管理员批准后生效。\n再次导入时按工号认出同一人；没有工号的，按登录名认。管理员角色不能由导入授予。\n例：周以宁 ｜ zhouyn ｜ 10086 ｜ 明德小学 ｜ 教师、项目联系人',
  en: 'One person a row, from row 3. Name and unit are required, and login or staff number. The unit is a code or a name; several roles are parted by commas and hold once the security administrator grants them.\nBrought again, a person is known by the staff number; without one, by the login. No administrator’s role comes by a list.\nFor example: Zhou Yining | zhouyn | 10086 | Mingde School | Teacher, Project contact',
}

/** The workbook an office fills in; the units it has stand in it. */
export async function readListTemplate(context: Context): Promise<File> {
  requirePermission(context, 'directory.manage-people')
  const { actor, language } = context
  const units = await read(context.db, (reader) => listOpenUnits(reader, actor))
  const below = units.filter(({ id }) => id !== actor.unitId)
  const rows = below.map(({ code, name, kind, parentId }) => {
    const parent = below.find(({ id }) => id === parentId)
    return [code ?? '', name, say(KIND_WORDS[kind], language), parent?.code ?? parent?.name ?? '']
  })
  return writeLists(listsIn(language, rows), say(FILE_NAME, language))
}

async function listOpenUnits(reader: Reader, actor: Actor) {
  const rows = await reader
    .selectFrom('directoryUnit')
    .select(['id', 'code', 'name', 'kind', 'parentId'])
    .where(visibleTo(actor))
    .where('state', '=', 'open')
    .orderBy(sql`cardinality(ancestors)`)
    .orderBy('code')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, kind: Unit.shape.kind.parse(row.kind) }))
}

function listsIn(language: Language, units: readonly string[][]): readonly ListTemplate[] {
  const { district: _, ...kinds } = KIND_WORDS
  const kindWords = Object.values(kinds).map((kind) => say(kind, language))
  const daily = Object.entries(ROLE_WORDS).filter(([role]) => !ADMINISTRATORS.some((one) => one === role))
  const roleWords = daily.map(([, words]) => say(words, language))
  return [
    {
      name: say(SHEET_NAMES.units, language),
      note: say(UNITS_NOTE, language),
      columns: [
        { heading: say(UNIT_HEADINGS.code, language), width: 16 },
        { heading: say(UNIT_HEADINGS.name, language), width: 36 },
        { heading: say(UNIT_HEADINGS.kind, language), width: 14, choices: { words: kindWords, several: false } },
        { heading: say(UNIT_HEADINGS.parent, language), width: 36 },
      ],
      rows: units,
    },
    {
      name: say(SHEET_NAMES.people, language),
      note: say(PEOPLE_NOTE, language),
      columns: [
        { heading: say(PEOPLE_HEADINGS.name, language), width: 18 },
        { heading: say(PEOPLE_HEADINGS.login, language), width: 20 },
        { heading: say(PEOPLE_HEADINGS.number, language), width: 16 },
        { heading: say(PEOPLE_HEADINGS.unit, language), width: 36 },
        { heading: say(PEOPLE_HEADINGS.roles, language), width: 32, choices: { words: roleWords, several: true } },
      ],
      rows: [],
    },
  ]
}
