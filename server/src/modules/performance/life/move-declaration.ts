import { type Deed, stateAfter } from '@shiji/kernel/life/declaration-life'
import { DEED_WORDS, STATE_WORDS } from '@shiji/kernel/life/life-wording'
import { type Context, requireSignedIn } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { hashContent } from './content-hash.ts'
import { type Declaration, lockDeclaration, saveStep } from './life-store.ts'

/** A declaration moved by one deed, with the hash of the version the deed was about. */
export type Moved = Declaration & { readonly sha256: string }

type Step = {
  readonly id: string
  readonly deed: Deed
  readonly opinion?: string
  readonly desk?: string
  /** The version the person looked at; refused when another stands there now. */
  readonly version?: number
}

/** One step of the life, inside a transaction of the caller: state, history and ledger together. */
export async function moveDeclaration(
  tx: Tx,
  context: Context,
  { id, deed, opinion = '', desk = '', version }: Step,
): Promise<Moved> {
  requireSignedIn(context)
  const { actor, now, language } = context
  const declaration = (await lockDeclaration(tx, actor, id)) ?? refuse('not-found')
  const state =
    stateAfter(declaration.state, deed) ??
    refuse('deed-impossible', { state: STATE_WORDS[declaration.state][language], deed: DEED_WORDS[deed][language] })
  if (version !== undefined && version !== declaration.version) refuse('changed-meanwhile')

  const sha256 = hashContent(declaration.content)
  const { version: current } = declaration
  const step = { formId: id, deed, state, version: current, sha256, desk, opinion, at: now, personId: actor.personId }
  await saveStep(tx, step)
  const was = declaration.state
  await recordInLedger(tx, context, {
    did: `performance.declaration-${deed}`,
    formId: id,
    was,
    state,
    version: current,
    sha256,
    desk,
    opinion,
  })
  return { ...declaration, state, sha256 }
}
