import { LIST_SHEET_WORDS, type ListKind, type ListSheet } from '@shiji/kernel/list-import/list-sheet'
import type { ListProblem } from '@shiji/kernel/list-import/read-cells'
import { say, type Wording } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '../context.ts'
import { recordInLedger } from '../ledger/record-in-ledger.ts'
import {
  type Counted,
  countsOf,
  type ListImport,
  lookAtBroughtList,
  markBroughtList,
  type Taking,
  takeBroughtList,
} from './list-import.ts'
import { type EmptyList, emptyList, writeLists } from './write-lists.ts'

type RowsPlan = Counted & { readonly problems: readonly ListProblem<string>[] }
export type Brought = { readonly file: File }
export type LookedAt = Brought & { readonly fingerprint: string }

type OneList<Column extends string, Sheet extends ListSheet<string>, Plan extends RowsPlan> = Pick<
  ListImport<Sheet, Plan>,
  'permission' | 'find' | 'plan'
> & {
  /** What may be wrong with a cell. */
  readonly cellWords: Readonly<Record<string, Wording>>
  readonly template: EmptyList<Column> & { readonly list: ListKind<Column, string>; readonly file: Wording }
  /** `did` is how the ledger calls it. */
  readonly taking: Taking<Sheet, Plan, unknown> & { readonly did: string }
}

/** A list of one kind of thing on one sheet, from the empty one to the one that is taken. */
export function oneList<Column extends string, Sheet extends ListSheet<string>, Plan extends RowsPlan>({
  cellWords,
  template: { list: kind, file: fileName, ...empty },
  taking: { did, save, ...taking },
  ...given
}: OneList<Column, Sheet, Plan>) {
  const list: ListImport<Sheet, Plan> = {
    ...given,
    sheetsOf: (sheet) => [sheet],
    words: { file: LIST_SHEET_WORDS, cell: cellWords },
  }
  return {
    list,
    /** An empty one, to be filled in. */
    readTemplate: async (context: Context): Promise<File> => {
      requirePermission(context, list.permission)
      const { language } = context
      return writeLists([emptyList(kind, empty, language)], say(fileName, language))
    },
    read: async (context: Context, input: Brought) => {
      const { plan, verdict } = await lookAtBroughtList(context, input, list)
      return { ...countsOf(plan), ...verdict }
    },
    mark: (context: Context, input: Brought): Promise<File> => markBroughtList(context, input, list),
    take: (context: Context, input: LookedAt) =>
      takeBroughtList(context, input, list, {
        ...taking,
        save: async (tx, person, taken) => {
          await save(tx, person, taken)
          const counts = countsOf(taken.plan)
          const { name: file, sha256 } = taken.list
          await recordInLedger(tx, person, { did, file, sha256, ...counts })
          return counts
        },
      }),
  }
}
