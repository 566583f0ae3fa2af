import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { MEASURE_CHANGED } from '#platform/measure'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { type ChecklistRow, listItems, lockChecklist, saveItems } from './checklist-store.ts'

const MOST_ITEMS = 500

type Added = { readonly checklist: ChecklistRow; readonly names: readonly string[] }

/** What is asked for besides: sites to deploy to, material this office wants. Asked today, or at the end of a year that is over. */
export async function addItems(tx: Tx, context: PersonContext, { checklist, names }: Added): Promise<void> {
  const { id: checklistId, year } = checklist
  await lockChecklist(tx, checklistId)
  const before = (await listItems(tx, checklistId)).length
  if (before + names.length > MOST_ITEMS) refuse('checklist-full', { limit: MOST_ITEMS })

  const { now: addedAt, newId, actor } = context
  const askedOn = dayWithin(year, officeDay(addedAt).toString())
  const made = { checklistId, askedOn, addedAt, addedBy: actor.personId }
  const items = names.map((name, at) => ({ id: newId(), position: before + at, name, ...made }))

  await saveItems(tx, items)
  await recordInLedger(tx, context, {
    did: 'documents.checklist-items-added',
    checklistId,
    items: items.map(({ id, name }) => ({ id, name })),
  })
  await tellChecklist(tx, context, checklist, [askedOn])
}

function dayWithin(year: number, day: string): string {
  if (day < `${year}-01-01`) return `${year}-01-01`
  return day > `${year}-12-31` ? `${year}-12-31` : day
}

export async function tellChecklist(
  tx: Tx,
  context: PersonContext,
  { scope }: ChecklistRow,
  days: readonly string[],
): Promise<void> {
  await tell(tx, context, MEASURE_CHANGED, { measures: ['documents.checklist'], ...scope, days })
}
