import type { ListSheet, ReadRow } from '../list-import/list-sheet.ts'
import { fold, groupBy, makeNotebook, type Notebook } from '../list-import/read-cells.ts'
import { type KnownUnit, makeUnitFinder, type UnitFinder, type UnitRow } from './find-unit.ts'
import type { ImportProblem, ImportProblemCode } from './import-problem.ts'
import { UNIT_HEADINGS, type UnitColumn } from './import-sheets.ts'

/** A unit as the file wants it. `ref` is the id of a known unit, or a name for a new one that others point to. */
export type PlannedUnit = {
  readonly ref: string
  readonly line: number
  readonly code: string | null
  readonly name: string
  readonly kind: string
  readonly parentRef: string
  /** What the system has; null for a new unit. */
  readonly was: KnownUnit | null
}

export type UnitsPlan = {
  readonly made: readonly PlannedUnit[]
  readonly changed: readonly PlannedUnit[]
  readonly unchanged: number
  readonly problems: readonly ImportProblem[]
  /** For the people of the same file. */
  readonly find: UnitFinder
  readonly refOf: (row: UnitRow) => string
}

type UnitsGround = {
  readonly known: readonly KnownUnit[]
  /** The unit that stands above whatever names none. */
  readonly topId: string
  /** What the office calls each kind → the kind. */
  readonly kinds: ReadonlyMap<string, string>
}

type Notes = Notebook<UnitColumn, ImportProblemCode, 'units'>

/** No office has more levels; a hostile file must not exhaust the stack. */
const DEEPEST = 200
const PATH_SHOWN = 6

/**
 * Which units a sheet makes and changes. A row is a known unit when the code is the same; without a code on one of the
 * two sides, when name and unit above are the same.
 */
export function planUnits(sheet: ListSheet<UnitColumn, 'units'> | null, ground: UnitsGround): UnitsPlan {
  if (sheet === null) return { made: [], changed: [], unchanged: 0, problems: [], ...tools([], ground) }
  const notes = makeNotebook<ImportProblemCode, UnitColumn, 'units'>(sheet)
  const rows = sheet.rows.map((row) => readRow(row, notes, ground.kinds))
  const repeated = noteTwice(rows, notes)
  const { find, refOf } = tools(rows, ground)
  const known = new Map(ground.known.map((unit) => [unit.id, unit]))

  const planned = rows.flatMap((row): PlannedUnit[] => {
    const parentRef = parentOf(row, { find, refOf, notes, topId: ground.topId })
    const was = known.get(refOf(row)) ?? null
    if (was !== null && !isOfUse(was, row, { notes, topId: ground.topId })) return []
    const { line, code, name, kind } = row
    if (name === null || kind === null || parentRef === null || repeated.has(row)) return []
    return [{ ref: refOf(row), line, code: code ?? was?.code ?? null, name, kind, parentRef, was }]
  })
  noteSiblings(planned, ground.known, notes)
  noteCycles(planned, ground.known, notes)
  const changed = planned.filter((unit) => unit.was !== null && differs(unit, unit.was))
  const made = planned.filter(({ was }) => was === null)
  const unchanged = planned.length - made.length - changed.length
  return { made, changed, unchanged, problems: notes.problems, find, refOf }
}

function readRow(row: ReadRow<UnitColumn>, notes: Notes, kinds: ReadonlyMap<string, string>): UnitRow {
  const word = notes.read(row, 'kind', { as: 'words', required: UNIT_HEADINGS.kind.zh })
  const kind = word === null ? null : (kinds.get(fold(word)) ?? null)
  if (word !== null && kind === null) {
    notes.note(row.line, 'kind', {
      code: 'kind-unknown',
      text: word,
      known: [...kinds.keys()].filter(isChinese).join('、'),
    })
  }
  return {
    line: row.line,
    code: notes.read(row, 'code', { as: 'code' }),
    name: notes.read(row, 'name', { as: 'name', required: UNIT_HEADINGS.name.zh }),
    kind,
    parent: notes.read(row, 'parent', { as: 'words' }),
  }
}

export function isChinese(word: string): boolean {
  return /^\p{Script=Han}/u.test(word)
}

/** Answers the rows whose code stands in an earlier row. */
function noteTwice(rows: readonly UnitRow[], notes: Notes): ReadonlySet<UnitRow> {
  const repeated = new Set<UnitRow>()
  for (const [text, [first, ...others]] of groupBy(rows, ({ code }) => code)) {
    for (const row of others) {
      notes.note(row.line, 'code', { code: 'code-twice', text, line: first?.line ?? 0 })
      repeated.add(row)
    }
  }
  return repeated
}

function tools(rows: readonly UnitRow[], { known, topId }: UnitsGround): Pick<UnitsPlan, 'find' | 'refOf'> {
  const find = makeUnitFinder(rows, known)
  const byCode = groupBy(known, ({ code }) => code)
  const byPlace = groupBy(known, (unit) => (unit.isVisible && unit.isOpen ? placeOf(unit.parentId, unit.name) : null))
  const refs = new Map<UnitRow, string>()

  function refOf(row: UnitRow, depth = 0): string {
    const ready = refs.get(row)
    if (ready !== undefined) return ready
    // Until it is known, the row stands for itself: a circle of rows ends here and is named later.
    refs.set(row, `row:${row.line}`)
    const ref = knownIdOf(row, depth) ?? `row:${row.line}`
    refs.set(row, ref)
    return ref
  }

  function knownIdOf({ code, name, parent }: UnitRow, depth: number): string | undefined {
    const same = code === null ? undefined : byCode.get(code)?.[0]
    if (same !== undefined || name === null || depth > DEEPEST) return same?.id
    const above = parent === null ? topId : aboveOf(parent, depth + 1)
    const there = byPlace.get(placeOf(above, name)) ?? []
    return there.find((unit) => code === null || unit.code === null)?.id
  }

  function aboveOf(parent: string, depth: number): string | null {
    const found = find(parent)
    if (found.kind === 'not') return null
    return found.kind === 'row' ? refOf(found.row, depth) : found.unit.id
  }
  return { find, refOf: (row) => refOf(row) }
}

function placeOf(parentId: string | null, name: string): string {
  return `${parentId} ${fold(name)}`
}

type Placing = Pick<UnitsPlan, 'find' | 'refOf'> & { readonly notes: Notes; readonly topId: string }

function parentOf({ line, parent }: UnitRow, { find, refOf, notes, topId }: Placing): string | null {
  if (parent === null) return topId
  const found = find(parent)
  switch (found.kind) {
    case 'row':
      return refOf(found.row)
    case 'known':
      return found.unit.id
    case 'not':
      notes.note(line, 'parent', { code: found.code, text: parent })
      return null
  }
}

/** Whether a known unit may be changed by this row. */
function isOfUse(
  unit: KnownUnit,
  { line, code }: UnitRow,
  { notes, topId }: Pick<Placing, 'notes' | 'topId'>,
): boolean {
  if (!unit.isVisible) notes.note(line, 'code', { code: 'unit-elsewhere', text: code ?? unit.name })
  else if (!unit.isOpen) notes.note(line, 'code', { code: 'unit-not-open', text: unit.name })
  else if (unit.id === topId) notes.note(line, 'name', { code: 'unit-is-district', text: unit.name })
  else return true
  return false
}

/** Under one unit every name stands once, among the rows and together with what is there and not listed. */
function noteSiblings(planned: readonly PlannedUnit[], known: readonly KnownUnit[], notes: Notes): void {
  const listed = new Set(planned.map(({ ref }) => ref))
  for (const [first, ...others] of groupBy(planned, ({ ref }) => ref).values()) {
    for (const { line, name } of others)
      notes.note(line, 'name', { code: 'name-twice', text: name, line: first?.line ?? 0 })
  }
  const staying = groupBy(known, (unit) =>
    unit.isOpen && !listed.has(unit.id) ? placeOf(unit.parentId, unit.name) : null,
  )
  const byPlace = groupBy(planned, ({ parentRef, name }) => placeOf(parentRef, name))
  for (const [place, [first, ...others]] of byPlace) {
    for (const { ref, line, name } of others) {
      if (ref !== first?.ref) notes.note(line, 'name', { code: 'name-twice', text: name, line: first?.line ?? 0 })
    }
    const there = staying.get(place)?.[0]
    if (first === undefined || there === undefined) continue
    notes.note(first.line, 'name', { code: 'name-taken', text: first.name, known: there.code ?? '—' })
  }
}

/** Every circle is named once, at its first row. */
function noteCycles(planned: readonly PlannedUnit[], known: readonly KnownUnit[], notes: Notes): void {
  const above = new Map<string, string | null>(known.map(({ id, parentId }) => [id, parentId]))
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const lines = new Map<string, number>()
  for (const { ref, parentRef, name, line } of planned) {
    above.set(ref, parentRef)
    names.set(ref, name)
    lines.set(ref, line)
  }
  const done = new Set<string>()
  for (const { ref } of planned) {
    const way: string[] = []
    let at: string | null = ref
    while (at !== null && !done.has(at)) {
      done.add(at)
      way.push(at)
      at = above.get(at) ?? null
    }
    const start: number = at === null ? -1 : way.indexOf(at)
    if (start < 0) continue
    const circle = way.slice(start)
    const line = circle.reduce((least, one) => Math.min(least, lines.get(one) ?? least), Number.MAX_SAFE_INTEGER)
    const path = [...circle.slice(0, PATH_SHOWN), circle[0] ?? ''].map((one) => names.get(one) ?? one).join(' → ')
    notes.note(line, 'parent', { code: 'unit-cycle', path })
  }
}

function differs(unit: PlannedUnit, was: KnownUnit): boolean {
  return unit.code !== was.code || unit.name !== was.name || unit.kind !== was.kind || unit.parentRef !== was.parentId
}
