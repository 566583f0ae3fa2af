import type { ExpertSheetId } from '@shiji/contract/expert-sheets'
import { decimal } from '@shiji/kernel/decimal'
import { expertResult } from '@shiji/kernel/reevaluation/expert-scores'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { sayExpertProblem } from '../evaluation/say-expert-problem.ts'
import { lifeRulesOf } from '../official-sheets.ts'
import { tellPeople } from '../tell-people.ts'
import { findOwnSheet, lockOwnSheet, saveSignature } from './expert-sheet-store.ts'
import { saySheet } from './read-my-sheet.ts'

type Input = {
  readonly id: z.infer<typeof ExpertSheetId>
  readonly points: readonly string[]
  readonly remark: string
}

/** Signed by the account itself; the reviewer can neither write it nor change it. */
export async function signSheet(context: Context, { id, points, remark }: Input) {
  requirePermission(context, 'performance.judge')
  const { actor, now, language } = context

  return inTransaction(context.db, async (tx) => {
    const sheet = (await lockOwnSheet(tx, actor, id)) ?? refuse('not-found')
    if (sheet.signedAt !== null) refuse('expert-sheet-signed')
    const { parts } = lifeRulesOf(sheet.content).keyEvaluation
    const given = { expert: '', points: points.map((point) => decimal(point)) }
    const read = expertResult([given], { parts, experts: 1, dropExtremesFrom: null })
    if (!read.ok) return refuse('scores-wrong', { problem: sayExpertProblem(read.problem, parts, language) })

    await saveSignature(tx, id, { points, remark, signedAt: now })
    const { formId } = sheet
    await recordInLedger(tx, context, { did: 'performance.expert-signed', sheetId: id, formId, points, remark })
    await tellPeople(tx, context, {
      ...{ code: 'expert-signed', subjectKind: 're-evaluation', subjectId: formId, people: [sheet.askedBy] },
      parameters: { subject: sheet.project, opinion: '' },
    })
    return saySheet((await findOwnSheet(tx, actor, id)) ?? refuse('not-found'), language)
  })
}
