import type { FormId } from '@shiji/contract/performance'
import { findSeal, listSeals } from '#modules/evidence'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findDeclaration } from '../life/life-store.ts'

export async function listDeclarationSeals(context: Context, { id }: { readonly id: FormId }) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    if ((await findDeclaration(reader, context.actor, id)) === undefined) refuse('not-found')
    return (await listSeals(reader, id)).map(saySeal)
  })
}

export function sealNumbered(context: Context, id: FormId, number: number) {
  return read(context.db, async (reader) => {
    const found = (await listSeals(reader, id)).find((seal) => seal.number === number)
    return saySeal(found ?? refuse('not-found'))
  })
}

type Listed = Awaited<ReturnType<typeof listSeals>>[number]

function saySeal({ number, asOf, root, rows, records, lines, sealedBy }: Listed) {
  return { number, asOf: asOf.toString(), root, rows, records, lines, sealedBy }
}

/** A seal of a declaration the actor may see. */
export async function getSeal(reader: Reader, context: Context, { id, number }: { id: FormId; number: number }) {
  const declaration = (await findDeclaration(reader, context.actor, id)) ?? refuse('not-found')
  const seal = (await findSeal(reader, { subjectId: id, number })) ?? refuse('not-found')
  return { declaration, seal }
}
