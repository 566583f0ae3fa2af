import type { RevisionId } from '@shiji/contract/revision'
import { compareContents } from '@shiji/kernel/form/compare-contents'
import { findRunningCase } from '#modules/flow'
import { type Context, type PersonContext, requirePermission, requireSignedIn } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { saveNextVersion } from '../form-store.ts'
import { hasSameNames, saveIndicatorNames } from '../indicator-store.ts'
import { hashContent } from '../life/content-hash.ts'
import type { Decision } from '../life/decide-declaration.ts'
import { listApprovals, saveApproval } from '../life/life-store.ts'
import { moveDeclaration } from '../life/move-declaration.ts'
import { refuseRevision, stepOf } from './file-revision.ts'
import { requireRevised } from './revise.ts'
import { findRevision, lockRevision, type Revision, type RevisionState, saveRevision } from './revision-store.ts'
import { sayRevision } from './say-revision.ts'

type Input = {
  readonly id: RevisionId
  readonly decision: Decision
  readonly opinion: string
  readonly desk: string
}

const STATES: Readonly<Record<Decision, RevisionState>> = {
  review: 'in-review',
  return: 'returned',
  approve: 'approved',
  reject: 'rejected',
}

export async function decideRevision(context: Context, input: Input) {
  requirePermission(context, 'performance.review')

  return inTransaction(context.db, async (tx) => {
    const { formId } = (await findRevision(tx, context.actor, input.id)) ?? refuse('not-found')
    const about = { subjectKind: 'revision', subjectId: formId }
    if ((await findRunningCase(tx, about)) !== null) refuse('already-on-its-way')
    return sayRevision(tx, context.actor, await decideOnRevision(tx, context, input))
  })
}

/** A reviewer's decision on a revision; approval freezes the next version beside the one before. */
export async function decideOnRevision(
  tx: Tx,
  context: Context,
  { id, decision, opinion, desk }: Input,
): Promise<Revision> {
  requireSignedIn(context)
  const { actor, language } = context
  const revision = (await lockRevision(tx, actor, id)) ?? refuse('not-found')
  if (revision.state !== 'submitted' && revision.state !== 'in-review') refuseRevision(revision.state, language)
  const filers = revision.steps.filter(({ deed }) => deed === 'file' || deed === 'refile')
  if (filers.some(({ personId }) => personId === actor.personId)) refuse('own-work')
  if ((decision === 'return' || decision === 'reject') && opinion.trim() === '') refuse('opinion-missing')

  const steps = [...revision.steps, await stepOf(tx, context, decision, { desk, opinion })]
  const decided = { ...revision, steps, state: STATES[decision] }
  await saveRevision(tx, decided)
  await recordInLedger(tx, context, {
    did: `performance.revision-${decision}`,
    revisionId: id,
    formId: revision.formId,
    desk,
    opinion,
  })
  if (decision === 'approve') await freezeRevised(tx, context, decided)
  return decided
}

/** The version is the work of who filed it; the reviewer only approved it. */
async function freezeRevised(
  tx: Tx,
  context: PersonContext,
  { formId, asked, number, steps }: Revision,
): Promise<void> {
  const { now, actor, language } = context
  const { personId } = actor
  const {
    content: frozen,
    version: was,
    year,
  } = await moveDeclaration(tx, context, { id: formId, deed: 'revise', opinion: String(number) })
  const { content } = requireRevised(frozen, asked, language)
  const version = was + 1
  const filer = steps.findLast(({ deed }) => deed === 'file' || deed === 'refile')?.personId ?? personId
  const edits = compareContents(frozen, content)
  await saveNextVersion(tx, { formId, version, year, content, edits, savedAt: now, savedBy: filer })
  if (!hasSameNames(frozen, content)) await saveIndicatorNames(tx, formId, content)
  const approvals = await listApprovals(tx, formId)
  const sha256 = hashContent(content)
  await saveApproval(tx, { formId, number: approvals.length + 1, version, sha256, at: now, personId })
}
