import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import type { Measure } from '#platform/measure'
import { refuse } from '#platform/refusal'
import { findDocumentRow } from '../document-store.ts'
import { findRegulation } from '../regulations/regulation-store.ts'
import { tellChecklist } from './add-items.ts'
import type { ChecklistPlace, NewProof } from './checklist-store.ts'
import { saveProof } from './checklist-store.ts'
import { getOpenItem } from './get-item.ts'

export type ProofOffered = {
  readonly place: ChecklistPlace
  readonly itemId: string
  readonly what:
    | { readonly kind: 'file'; readonly documentId: string }
    | { readonly kind: 'regulation'; readonly regulationId: string }
    | { readonly kind: 'record'; readonly measure: string; readonly recordId: string }
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly note: string
}

/** Ticks an item by what proves it: a stamped file, or a record that is there and proves as strongly as it does anywhere. */
export async function proveItem(tx: Tx, context: PersonContext, offered: ProofOffered): Promise<void> {
  const { itemId, place, validFrom, validUntil, note } = offered
  const { checklist, item } = await getOpenItem(tx, place, itemId)
  if (validFrom !== null && validUntil !== null && validFrom > validUntil) {
    refuse('input-invalid', { problem: `${validFrom} > ${validUntil}` })
  }
  const what = await findWhat(tx, context, offered)

  const id = context.newId()
  const made = { provedAt: context.now, provedBy: context.actor.personId }
  await saveProof(tx, { id, itemId, ...what, validFrom, validUntil, note, ...made })
  await recordInLedger(tx, context, {
    did: 'documents.checklist-item-proved',
    checklistId: checklist.id,
    proofId: id,
    itemId,
    ...what,
    validFrom,
    validUntil,
    note,
  })
  await tellChecklist(tx, context, checklist, [item.askedOn])
}

type What = Pick<
  NewProof,
  'documentId' | 'regulationId' | 'measure' | 'recordKind' | 'recordId' | 'recordTitle' | 'strength'
>

async function findWhat(tx: Tx, context: PersonContext, { what, place }: ProofOffered): Promise<What> {
  const noRecord = { measure: null, recordKind: null, recordId: null, recordTitle: null }
  if (what.kind === 'file') {
    const document = (await findDocumentRow(tx, context.actor, what.documentId)) ?? refuse('not-found')
    return { documentId: document.id, regulationId: null, ...noRecord, strength: 'C' }
  }
  if (what.kind === 'regulation') {
    const { id, document } = (await findRegulation(tx, context, what.regulationId)) ?? refuse('not-found')
    return { documentId: document.id, regulationId: id, ...noRecord, strength: 'C' }
  }
  const measure = context.measures.get(what.measure) ?? refuse('measure-unknown', { measure: what.measure })
  const { fact, strength } =
    (await findRecord(tx, context, { measure, place, id: what.recordId })) ?? refuse('not-found')
  const { recordKind, id: recordId, title: recordTitle } = fact
  return { documentId: null, regulationId: null, measure: measure.key, recordKind, recordId, recordTitle, strength }
}

type Sought = { readonly measure: Measure; readonly place: ChecklistPlace; readonly id: string }

async function findRecord(tx: Tx, { now: asOf }: PersonContext, { measure, place, id }: Sought) {
  const params = measure.params.safeParse({})
  if (!params.success) return null
  const period = { from: `${place.year}-01-01`, until: `${place.year}-12-31` }
  const fact = await measure.find(tx, { scope: place.scope, period, params: params.data, asOf }, id)
  return fact === undefined ? null : { fact, strength: fact.strength as What['strength'] }
}
