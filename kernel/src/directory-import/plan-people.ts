import type { ListSheet, ReadRow } from '../list-import/list-sheet.ts'
import { fold, groupBy, makeNotebook, type Notebook } from '../list-import/read-cells.ts'
import type { ImportProblem, ImportProblemCode } from './import-problem.ts'
import { PEOPLE_HEADINGS, type PeopleColumn } from './import-sheets.ts'
import type { UnitsPlan } from './plan-units.ts'
import { isChinese } from './plan-units.ts'

/** A person the system has. `asked` are roles that wait for the security administrator. */
export type KnownPerson = {
  readonly id: string
  readonly name: string
  readonly login: string | null
  readonly number: string | null
  readonly unitId: string
  readonly roles: readonly string[]
  readonly asked: readonly string[]
  readonly state: 'invited' | 'active' | 'disabled'
  readonly isVisible: boolean
}

export type PlannedPerson = {
  readonly line: number
  readonly name: string
  readonly login: string | null
  readonly number: string | null
  readonly unitRef: string
  /** Roles the file names that the person neither has nor is asked for. */
  readonly asks: readonly string[]
  readonly was: KnownPerson | null
}

export type PeoplePlan = {
  readonly made: readonly PlannedPerson[]
  readonly changed: readonly PlannedPerson[]
  readonly same: readonly PlannedPerson[]
  readonly problems: readonly ImportProblem[]
}

type PeopleGround = {
  readonly known: readonly KnownPerson[]
  /** What the office calls each role → the role. */
  readonly roles: ReadonlyMap<string, string>
  /** 三员分立: what an import neither grants nor touches. */
  readonly administrators: ReadonlySet<string>
  readonly units: Pick<UnitsPlan, 'find' | 'refOf'>
}

type Notes = Notebook<PeopleColumn, ImportProblemCode, 'people'>
type PersonRow = {
  readonly line: number
  readonly name: string | null
  readonly login: string | null
  readonly number: string | null
  readonly unitRef: string | null
  readonly roles: readonly string[]
}

/** Which people a sheet invites and changes. A person is known again by staff number, else by login. */
export function planPeople(sheet: ListSheet<PeopleColumn, 'people'> | null, ground: PeopleGround): PeoplePlan {
  if (sheet === null) return { made: [], changed: [], same: [], problems: [] }
  const notes = makeNotebook<ImportProblemCode, PeopleColumn, 'people'>(sheet)
  const rows = sheet.rows.map((row) => readRow(row, notes, ground))
  const repeated = new Set([...noteTwice(rows, 'login', notes), ...noteTwice(rows, 'number', notes)])
  const matchOf = makeMatcher(ground.known, notes)
  const planned = rows.flatMap((row): PlannedPerson[] => {
    const was = matchOf(row)
    const { line, name, unitRef } = row
    if (was === 'wrong' || name === null || unitRef === null || repeated.has(row)) return []
    if (was !== null && !isOfUse(was, row, { notes, administrators: ground.administrators })) return []
    const asks = row.roles.filter((role) => was === null || !(was.roles.includes(role) || was.asked.includes(role)))
    const [login, number] = [row.login ?? was?.login ?? null, row.number ?? was?.number ?? null]
    return [{ line, name, login, number, unitRef, asks, was }]
  })
  const made = planned.filter(({ was }) => was === null)
  const changed = planned.filter((person) => person.was !== null && differs(person, person.was))
  const same = planned.filter((person) => person.was !== null && !differs(person, person.was))
  return { made, changed, same, problems: notes.problems }
}

function readRow(row: ReadRow<PeopleColumn>, notes: Notes, ground: PeopleGround): PersonRow {
  const { line, at } = row
  if (at.login.text === '' && at.number.text === '' && !at.login.isCovered && !at.number.isCovered) {
    notes.note(line, 'login', { code: 'identity-missing' })
  }
  return {
    line,
    name: notes.read(row, 'name', { as: 'name', required: PEOPLE_HEADINGS.name.zh }),
    login: notes.read(row, 'login', { as: 'login' }),
    number: notes.read(row, 'number', { as: 'code' }),
    unitRef: unitOf(row, notes, ground),
    roles: rolesOf(row, notes, ground),
  }
}

function unitOf(row: ReadRow<PeopleColumn>, notes: Notes, { units }: PeopleGround): string | null {
  const text = notes.read(row, 'unit', { as: 'words', required: PEOPLE_HEADINGS.unit.zh })
  if (text === null) return null
  const found = units.find(text)
  switch (found.kind) {
    case 'row':
      return units.refOf(found.row)
    case 'known':
      return found.unit.id
    case 'not':
      notes.note(row.line, 'unit', { code: found.code, text })
      return null
  }
}

function rolesOf(row: ReadRow<PeopleColumn>, notes: Notes, { roles, administrators }: PeopleGround): string[] {
  const words = (notes.read(row, 'roles', { as: 'words' }) ?? '').split(/[、,，;；/]/u).map((word) => word.trim())
  const named = words
    .filter((word) => word !== '')
    .flatMap((word): string[] => {
      const role = roles.get(fold(word))
      if (role === undefined) {
        const known = [...roles].filter(([one, key]) => isChinese(one) && !administrators.has(key)).map(([one]) => one)
        notes.note(row.line, 'roles', { code: 'role-unknown', text: word, known: known.join('、') })
        return []
      }
      if (!administrators.has(role)) return [role]
      notes.note(row.line, 'roles', { code: 'role-administrator', text: word })
      return []
    })
  return [...new Set(named)]
}

/** Answers the rows whose login or number stands in an earlier row. */
function noteTwice(rows: readonly PersonRow[], column: 'login' | 'number', notes: Notes): PersonRow[] {
  const code = column === 'login' ? 'login-twice' : 'number-twice'
  return [...groupBy(rows, (row) => row[column])].flatMap(([text, [first, ...others]]) => {
    for (const { line } of others) notes.note(line, column, { code, text, line: first?.line ?? 0 })
    return others
  })
}

/** By staff number, else by login; the two never mean two people. */
function makeMatcher(known: readonly KnownPerson[], notes: Notes): (row: PersonRow) => KnownPerson | null | 'wrong' {
  const byLogin = groupBy(known, ({ login }) => login)
  const byNumber = groupBy(known, ({ number }) => number)
  return ({ line, login, number }) => {
    const numbered = number === null ? undefined : byNumber.get(number)?.[0]
    const named = login === null ? undefined : byLogin.get(login)?.[0]
    const isAnother = named !== undefined && named !== numbered && number !== null && named.number !== null
    if (isAnother || (numbered !== undefined && named !== undefined && numbered !== named)) {
      notes.note(line, 'login', {
        code: 'identity-split',
        login: login ?? '',
        other: named?.isVisible ? named.name : '—',
      })
      return 'wrong'
    }
    return numbered ?? named ?? null
  }
}

type Duty = { readonly notes: Notes; readonly administrators: ReadonlySet<string> }

/** Whether a known person may be changed by this row. */
function isOfUse(was: KnownPerson, row: PersonRow, { notes, administrators }: Duty): boolean {
  const { line, login, number } = row
  const key = number === null ? 'login' : 'number'
  if (!was.isVisible) notes.note(line, key, { code: 'person-elsewhere', text: number ?? login ?? '' })
  else if (was.state === 'disabled') notes.note(line, key, { code: 'person-disabled', name: was.name })
  else if (was.roles.some((role) => administrators.has(role))) {
    notes.note(line, key, { code: 'administrator-untouched', name: was.name })
  } else if (was.state === 'active' && login !== null && was.login !== login) {
    notes.note(line, 'login', { code: 'login-differs', text: login, known: was.login ?? '' })
  } else return true
  return false
}

function differs({ name, login, number, unitRef, asks }: PlannedPerson, was: KnownPerson): boolean {
  return asks.length > 0 || name !== was.name || login !== was.login || number !== was.number || unitRef !== was.unitId
}
