import type { ListReading } from '@shiji/contract/directory-import'
import type { SheetKind } from '@shiji/kernel/directory-import/import-problem'
import { type ImportSheets, SHEET_NAMES } from '@shiji/kernel/directory-import/import-sheets'
import type { PlannedPerson } from '@shiji/kernel/directory-import/plan-people'
import type { PlannedUnit } from '@shiji/kernel/directory-import/plan-units'
import { type Language, say } from '@shiji/kernel/wording'
import type { z } from 'zod'
import type { Context } from '#platform/context'
import { lookAtBroughtList } from '#platform/lists/list-import'
import { DIRECTORY_LIST } from './directory-list.ts'
import type { ListPlan } from './list-ground.ts'

const CHANGES_SHOWN = 20
const IGNORED_SHEETS = {
  zh: '工作表“{sheets}”不是单位或人员，没有读取。',
  en: 'The sheets "{sheets}" list neither units nor people; they were not read.',
}

export async function readList(context: Context, input: { file: File }): Promise<z.infer<typeof ListReading>> {
  const { plan, found, verdict } = await lookAtBroughtList(context, input, DIRECTORY_LIST)
  const { language } = context
  const sheets = found.ignored.join('、')
  return {
    ...countsOf(plan),
    notYetIn: [...plan.people.changed, ...plan.people.same].filter(({ was }) => was?.state === 'invited').length,
    ...verdict,
    changes: sayChanges(plan, found, language),
    notes: [...verdict.notes, ...(sheets === '' ? [] : [say(IGNORED_SHEETS, language, { sheets })])],
  }
}

export function countsOf({ units, people }: ListPlan) {
  return {
    units: { made: units.made.length, changed: units.changed.length, unchanged: units.unchanged },
    people: { made: people.made.length, changed: people.changed.length, unchanged: people.same.length },
    rolesAsked: [...people.made, ...people.changed].filter(({ asks }) => asks.length > 0).length,
  }
}

function nameOf(kind: SheetKind, sheets: ImportSheets, language: Language): string {
  return sheets[kind]?.name ?? say(SHEET_NAMES[kind], language)
}

function sayChanges(plan: ListPlan, sheets: ImportSheets, language: Language) {
  const named = nameFinder(plan)
  const lines = [
    ...plan.units.changed.map((unit) => ({ kind: 'units' as const, line: unit.line, what: unitChange(unit, named) })),
    ...plan.people.changed.map((one) => ({ kind: 'people' as const, line: one.line, what: personChange(one, named) })),
  ]
  return lines.slice(0, CHANGES_SHOWN).map(({ kind, line, what }) => {
    return { sheet: nameOf(kind, sheets, language), line, what }
  })
}

/** Names a unit by its reference, whether the file makes it or it is there. */
function nameFinder({ units, knownUnits }: ListPlan): (ref: string) => string {
  const planned = new Map([...units.made, ...units.changed].map(({ ref, name }) => [ref, name]))
  return (ref) => planned.get(ref) ?? knownUnits.get(ref)?.name ?? ref
}

function unitChange({ was, name, kind, code, parentRef }: PlannedUnit, named: (ref: string) => string): string {
  const parts = [
    was?.name === name ? name : `${was?.name} → ${name}`,
    ...(was?.code === code ? [] : [`${was?.code ?? '—'} → ${code}`]),
    ...(was?.kind === kind ? [] : [`${was?.kind} → ${kind}`]),
    ...(was?.parentId === parentRef ? [] : [`${named(was?.parentId ?? '')} → ${named(parentRef)}`]),
  ]
  return parts.join(' · ')
}

function personChange({ was, ...person }: PlannedPerson, named: (ref: string) => string): string {
  const parts = [
    was?.name === person.name ? person.name : `${was?.name} → ${person.name}`,
    ...(was?.login === person.login ? [] : [`${was?.login ?? '—'} → ${person.login}`]),
    ...(was?.number === person.number ? [] : [`${was?.number ?? '—'} → ${person.number}`]),
    ...(was?.unitId === person.unitRef ? [] : [`${named(was?.unitId ?? '')} → ${named(person.unitRef)}`]),
    ...person.asks.map((role) => `+ ${role}`),
  ]
  return parts.join(' · ')
}
