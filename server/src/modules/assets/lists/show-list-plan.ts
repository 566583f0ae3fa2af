import { cellName, type ListSheet } from '@shiji/kernel/list-import/list-sheet'

const PROBLEMS_SHOWN = 50

type Placed = { readonly line: number; readonly column: number }

type Plan<Problem extends Placed> = {
  readonly made: readonly unknown[]
  readonly changed: readonly unknown[]
  readonly unchanged: number
  readonly problems: readonly Problem[]
  readonly fingerprint: string
}

type Asked<Problem> = {
  readonly sheet: ListSheet<string>
  readonly notes: readonly string[]
  readonly say: (problem: Problem) => string
}

/** What a list would do, as whoever brings it looks at it first. */
export function showListPlan<Problem extends Placed>(plan: Plan<Problem>, { sheet, notes, say }: Asked<Problem>) {
  const { problems, fingerprint } = plan
  return {
    ...countsOf(plan),
    wrongCells: problems.length,
    wrongRows: new Set(problems.map(({ line }) => line)).size,
    problems: problems.slice(0, PROBLEMS_SHOWN).map((problem) => ({
      sheet: sheet.name,
      cell: cellName(problem.column, problem.line),
      reason: say(problem),
    })),
    notes: [...notes],
    fingerprint,
  }
}

export function countsOf({ made, changed, unchanged }: Pick<Plan<Placed>, 'made' | 'changed' | 'unchanged'>) {
  return { made: made.length, changed: changed.length, unchanged }
}
