import { createHash } from 'node:crypto'
import { cellName, type GivenSheet, type ListSheet } from '@shiji/kernel/list-import/list-sheet'
import type { ListProblem } from '@shiji/kernel/list-import/read-cells'
import type { Result } from '@shiji/kernel/result'
import { type Language, say, type Wording } from '@shiji/kernel/wording'
import { type Context, type PersonContext, requirePermission } from '../context.ts'
import type { Kept } from '../database/once.ts'
import { inTransaction, type Reader, read, type Tx } from '../database/transaction.ts'
import { refuse } from '../refusal.ts'
import { markListFile } from './mark-list-file.ts'
import { type OpenedList, openListFile } from './open-list-file.ts'

const PROBLEMS_SHOWN = 50

type Named = { readonly code: string; readonly parameters: Readonly<Record<string, string>> }
type Words = Readonly<Record<string, Wording>>
type AnyPlan = { readonly problems: readonly ListProblem<string>[] }

/**
 * One kind of list an office brings as a file: looked at first, marked where it is wrong, and then taken whole or not at
 * all. `Found` is what of the file it is, `Plan` what it would change as things stand now.
 */
export type ListImport<Found, Plan extends AnyPlan> = {
  readonly permission: string
  readonly find: (given: readonly GivenSheet[]) => Result<Found, Named>
  readonly sheetsOf: (found: Found) => readonly ListSheet<string>[]
  readonly plan: (reader: Reader, context: PersonContext, found: Found) => Promise<Plan>
  readonly words: {
    /** What may be wrong with the file, and with a cell. */
    readonly file: Words
    readonly cell: Words
  }
}

/** A file of that kind. */
export type BroughtList<Found> = OpenedList & { readonly found: Found; readonly sha256: string }

async function openList<Found, Plan extends AnyPlan>(
  file: File,
  { find, words }: ListImport<Found, Plan>,
  language: Language,
): Promise<BroughtList<Found>> {
  const opened = await openListFile(file, language)
  const found = find(opened.given)
  if (found.ok) return { ...opened, found: found.value, sha256: sha256Of(opened.bytes) }
  const { code, parameters } = found.problem
  return refuse('file-unreadable', { sentence: sayBy(words.file, code, language, parameters) })
}

/** What a list would do, as whoever brings it looks at it first; nothing is saved. */
export async function lookAtBroughtList<Found, Plan extends AnyPlan>(
  context: Context,
  { file }: { readonly file: File },
  list: ListImport<Found, Plan>,
) {
  requirePermission(context, list.permission)
  const { language } = context
  const { found, notes } = await openList(file, list, language)
  const plan = await read(context.db, (reader) => list.plan(reader, context, found))
  const { problems } = plan
  const names = new Map(list.sheetsOf(found).map(({ kind, name }) => [kind, name]))
  const shown = problems.slice(0, PROBLEMS_SHOWN).map(({ sheet, line, column, code, parameters }) => ({
    sheet: names.get(sheet) ?? sheet,
    cell: cellName(column, line),
    reason: sayBy(list.words.cell, code, language, parameters),
  }))
  const verdict = {
    wrongCells: problems.length,
    wrongRows: new Set(problems.map(({ sheet, line }) => `${sheet} ${line}`)).size,
    problems: shown,
    notes: [...notes],
    fingerprint: printOf(plan),
  }
  return { plan, found, verdict }
}

/** The office's own file with every wrong cell marked, ready to be corrected and brought again. */
export async function markBroughtList<Found, Plan extends AnyPlan>(
  context: Context,
  { file }: { readonly file: File },
  list: ListImport<Found, Plan>,
): Promise<File> {
  requirePermission(context, list.permission)
  const { language } = context
  const brought = await openList(file, list, language)
  const { problems } = await read(context.db, (reader) => list.plan(reader, context, brought.found))
  const sheets = list.sheetsOf(brought.found).map((sheet) => {
    const own = problems.filter((problem) => problem.sheet === sheet.kind)
    const reasons = own.map(({ line, column, code, parameters }) => {
      return { line, column, reason: sayBy(list.words.cell, code, language, parameters) }
    })
    return { sheet, reasons }
  })
  return markListFile(brought, sheets, language)
}

export type Taking<Found, Plan, Reply> = {
  /** What is done with the file outside the transaction. */
  readonly before?: (list: BroughtList<Found>, context: PersonContext) => Promise<unknown>
  /** What two lists of one kind wait for one another on. */
  readonly lock: (tx: Tx, context: PersonContext) => Promise<unknown>
  readonly save: (tx: Tx, context: PersonContext, taken: { plan: Plan; list: BroughtList<Found> }) => Promise<Reply>
}

/** Takes all of a list or nothing of it, and only as it was looked at. */
export async function takeBroughtList<Found, Plan extends AnyPlan, Reply extends Kept>(
  context: Context,
  { file, fingerprint }: { readonly file: File; readonly fingerprint: string },
  list: ListImport<Found, Plan>,
  { before, lock, save }: Taking<Found, Plan, Reply>,
): Promise<Reply> {
  requirePermission(context, list.permission)
  const brought = await openList(file, list, context.language)
  await before?.(brought, context)

  return inTransaction(context.db, async (tx) => {
    await lock(tx, context)
    const plan = await list.plan(tx, context, brought.found)
    if (plan.problems.length > 0) refuse('list-wrong', { count: plan.problems.length })
    if (printOf(plan) !== fingerprint) refuse('list-read-again')

    return save(tx, context, { plan, list: brought })
  })
}

export type Counted = {
  readonly made: readonly unknown[]
  readonly changed: readonly unknown[]
  readonly unchanged: number
}

export function countsOf({ made, changed, unchanged }: Counted) {
  return { made: made.length, changed: changed.length, unchanged }
}

function printOf(plan: AnyPlan): string {
  return sha256Of(JSON.stringify(plan))
}

function sha256Of(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function sayBy(words: Words, code: string, language: Language, parameters: ListProblem<string>['parameters']): string {
  const wording = words[code]
  if (wording === undefined) throw new Error(`nothing words ${code}`)
  return say(wording, language, parameters)
}
