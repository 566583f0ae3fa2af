import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { LINT_WORDS } from '../official-sheets.ts'
import { listNewestDeclarations } from './renewal-store.ts'

const MOST = 50

/** Of one year those that say they come again stand first. */
export async function listRenewals(context: Context, { search }: { search: string }) {
  requirePermission(context, 'performance.write')
  const rows = await read(context.db, (reader) =>
    listNewestDeclarations(reader, context.actor, { search, limit: MOST }),
  )
  return rows
    .map(({ fields, ...row }) => ({ ...row, recurring: isRecurring(fields) }))
    .toSorted((left, right) => right.year - left.year || Number(right.recurring) - Number(left.recurring))
}

function isRecurring(fields: Readonly<Record<string, string>>): boolean {
  const { category, attribute } = LINT_WORDS.fieldRoles
  const texts = [...category, ...attribute].map((key) => fields[key] ?? '')
  return texts.some((text) => LINT_WORDS.recurring.words.some((word) => text.includes(word)))
}
