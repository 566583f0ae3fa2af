import type { FormId } from '@shiji/contract/performance'
import { takePack } from '#modules/evidence'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { getSeal } from './list-declaration-seals.ts'

type Query = { readonly id: FormId; readonly number: number; readonly masked: boolean }

export async function takeEvidencePack(context: Context, { masked, ...asked }: Query): Promise<File> {
  requirePermission(context, 'performance.read')
  const { declaration, seal } = await read(context.db, (reader) => getSeal(reader, context, asked))

  const pieces = await takePack(context, seal, { masked })
  const kind = masked ? '证据包-遮盖本' : '证据包'
  const name = `${declaration.project}-${declaration.year}-${kind}-${seal.number}.zip`
  return new File(pieces, name, { type: 'application/zip' })
}
