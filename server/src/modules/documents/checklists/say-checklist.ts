import type { Checklist } from '@shiji/contract/checklists'
import { Strength } from '@shiji/kernel/evidence/row-shape'
import { type Language, say } from '@shiji/kernel/wording'
import type { z } from 'zod'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { type ChecklistPlace, findChecklist, listItems, listProofs } from './checklist-store.ts'
import { findPattern } from './patterns.ts'

type Said = z.input<typeof Checklist>
type Proof = Awaited<ReturnType<typeof listProofs>>[number]
type Item = Awaited<ReturnType<typeof listItems>>[number]

/** The list as it stands: each item with all that was ever brought for it. */
export async function sayChecklist(reader: Reader, context: Context, place: ChecklistPlace): Promise<Said> {
  const { list, year } = place
  const found = await findChecklist(reader, place)
  const pattern = findPattern(list)
  const head = { list, name: pattern === undefined ? list : say(pattern.name, context.language), year }
  if (found === undefined) return { ...head, laid: false, pattern: [...(pattern?.items ?? [])], items: [] }
  const proofs = Map.groupBy(await listProofs(reader, found, context.now), ({ itemId }) => itemId)
  const items = await listItems(reader, found.id)
  const day = [officeDay(context.now).toString(), `${year}-12-31`].toSorted()[0] ?? ''
  return {
    ...head,
    laid: true,
    pattern: [],
    items: items.map((item) => sayItem(item, proofs.get(item.id) ?? [], { context, day, year })),
  }
}

type When = { readonly context: Context; readonly day: string; readonly year: number }

function sayItem(item: Item, proofs: readonly Proof[], when: When): Said['items'][number] {
  const { id, name, askedOn, droppedAt, droppedBy, droppedBecause } = item
  const said = proofs.map((proof) => sayProof(proof, when))
  const dropped =
    droppedAt === null ? null : { at: droppedAt.toString(), by: droppedBy ?? '', because: droppedBecause ?? '' }
  return { id, name, askedOn, fulfilled: said.some(({ inForce }) => inForce), dropped, proofs: said }
}

function sayProof(proof: Proof, { context, day, year }: When): Said['items'][number]['proofs'][number] {
  const { id, validFrom, validUntil, note, provedAt, provedBy } = proof
  const { withdrawnAt, withdrawnBy, withdrawnBecause } = proof
  const inForce =
    withdrawnAt === null &&
    proof.holds &&
    (validFrom === null || validFrom <= `${year}-12-31`) &&
    (validUntil === null || validUntil >= day)
  const withdrawn =
    withdrawnAt === null ? null : { at: withdrawnAt.toString(), by: withdrawnBy ?? '', because: withdrawnBecause ?? '' }
  const strength = Strength.parse(proof.strength)
  const shared = { id, strength, validFrom, validUntil, note, provedAt: provedAt.toString(), provedBy, withdrawn }
  return { ...shared, ...whatOf(proof, context), inForce }
}

function whatOf(proof: Proof, { measures, language }: { measures: Context['measures']; language: Language }) {
  const { documentId, documentName, measure, recordKind, recordId, recordTitle } = proof
  const kind = measures.get(measure ?? '')?.records[recordKind ?? '']
  return {
    documentId,
    name: documentName ?? recordTitle ?? '',
    kind: kind === undefined ? null : say(kind.name, language),
    page: kind?.page?.replace('{id}', recordId ?? '') ?? null,
  }
}
