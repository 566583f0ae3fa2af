import type { FormId } from '@shiji/contract/performance'
import type { RevisionId } from '@shiji/contract/revision'
import { stateAfter } from '@shiji/kernel/life/declaration-life'
import { DEED_WORDS, STATE_WORDS } from '@shiji/kernel/life/life-wording'
import type { Language } from '@shiji/kernel/wording'
import { findDocument } from '#modules/documents'
import { type Context, type PersonContext, requirePermission, requireSignedIn } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { type Declaration, lockDeclaration } from '../life/life-store.ts'
import { gateOf } from './gate-of.ts'
import { requireRevised } from './revise.ts'
import {
  type Asked,
  countRevisions,
  findRevision,
  type GateFacts,
  lockRevision,
  type Revision,
  type RevisionStep,
  saveNewRevision,
  saveRevision,
} from './revision-store.ts'
import { sayRevision } from './say-revision.ts'

/** rules.md §3.4: through the gate, or with the budget decision the change follows from. */
export async function fileRevision(context: Context, input: Filed) {
  requirePermission(context, 'performance.write')

  return inTransaction(context.db, async (tx) => {
    const { revision } = await handInRevision(tx, context, input)
    return sayRevision(tx, context.actor, revision)
  })
}

export type Filed = Asked & { readonly id: FormId }

/** The revision filed, inside a transaction of the caller, with the declaration it is about. */
export async function handInRevision(
  tx: Tx,
  context: Context,
  { id: formId, ...asked }: Filed,
): Promise<{ readonly revision: Revision; readonly declaration: Declaration }> {
  requireSignedIn(context)
  const { actor, now } = context
  const declaration = (await lockDeclaration(tx, actor, formId)) ?? refuse('not-found')
  requireRevisable(declaration, context.language)
  const gate = await gateOf(tx, context, { declaration })
  await requireAdmitted(tx, context, { gate, asked, declaration })

  const id = context.newId()
  const { last } = await countRevisions(tx, formId)
  const filed = { id, formId, number: last + 1, state: 'submitted', baseVersion: declaration.version } as const
  await saveNewRevision(tx, {
    ...filed,
    asked,
    gate,
    steps: [await stepOf(tx, context, 'file')],
    filedAt: now,
    filedBy: actor.personId,
  })
  await recordInLedger(tx, context, {
    did: 'performance.revision-filed',
    revisionId: id,
    formId,
    number: last + 1,
    asked,
    gate,
  })
  const revision = (await findRevision(tx, actor, id)) ?? refuse('not-found')
  return { revision, declaration }
}

/** A returned revision comes again under its number. */
export async function refileRevision(context: Context, { id, ...asked }: Asked & { readonly id: RevisionId }) {
  requirePermission(context, 'performance.write')

  return inTransaction(context.db, async (tx) =>
    sayRevision(tx, context.actor, await handInAgain(tx, context, { id, asked })),
  )
}

type Again = { readonly id: RevisionId; readonly asked?: Asked }

/** Without other rows it comes again as it was. */
export async function handInAgain(tx: Tx, context: Context, { id, asked: corrected }: Again): Promise<Revision> {
  requireSignedIn(context)
  const { actor } = context
  const revision = (await lockRevision(tx, actor, id)) ?? refuse('not-found')
  const asked = corrected ?? revision.asked
  const declaration = (await lockDeclaration(tx, actor, revision.formId)) ?? refuse('not-found')
  if (revision.state !== 'returned') refuseRevision(revision.state, context.language)
  const gate = await gateOf(tx, context, { declaration, isRefiled: true })
  await requireAdmitted(tx, context, { gate, asked, declaration })

  const steps = [...revision.steps, await stepOf(tx, context, 'refile')]
  const filed = { ...revision, asked, gate, steps, state: 'submitted', baseVersion: declaration.version } as const
  await saveRevision(tx, filed)
  await recordInLedger(tx, context, { did: 'performance.revision-refiled', revisionId: id, asked, gate })
  return filed
}

export async function stepOf(
  tx: Tx,
  { actor, now }: PersonContext,
  deed: RevisionStep['deed'],
  said: { desk: string; opinion: string } = { desk: '', opinion: '' },
): Promise<RevisionStep> {
  const { personId } = actor
  const person = await tx
    .selectFrom('directoryPerson')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return { deed, ...said, at: now.toString(), by: person.name, personId }
}

export function refuseRevision(state: RevisionStateWord, language: Language): never {
  return refuse('deed-impossible', { state: STATE_WORDS[state][language], deed: DEED_WORDS.revise[language] })
}

type RevisionStateWord = 'submitted' | 'in-review' | 'returned' | 'approved' | 'rejected'

function requireRevisable({ state }: Declaration, language: Language): void {
  if (stateAfter(state, 'revise') !== null) return
  refuse('deed-impossible', { state: STATE_WORDS[state][language], deed: DEED_WORDS.revise[language] })
}

type Admission = { readonly gate: GateFacts; readonly asked: Asked; readonly declaration: Declaration }

async function requireAdmitted(tx: Tx, context: PersonContext, { gate, asked, declaration }: Admission): Promise<void> {
  const { budgetDecision, rows } = asked
  const isBudgetChange = budgetDecision !== null && gate.remains.includes('budget-decision')
  if (!gate.open && !isBudgetChange) {
    const remains = REMAINS[gate.remains.length === 0 ? 'none' : 'some'][context.language]
    refuse('revision-closed', { reason: gate.message, remains })
  }
  const proofs = rows.flatMap(({ documentIds }) => documentIds)
  for (const id of [...proofs, ...(budgetDecision === null ? [] : [budgetDecision.documentId])]) {
    if ((await findDocument(tx, context.actor, id)) === undefined) refuse('not-found')
  }
  requireRevised(declaration.content, asked, context.language)
}

const REMAINS = {
  some: {
    zh: '仍可凭新的预算调整文件申请，或在自评中说明偏差原因。',
    en: 'What remains is a new budget decision with its file, or an explained deviation in the self-evaluation.',
  },
  none: { zh: '请等它审核结束。', en: 'Wait until it is decided.' },
} as const
