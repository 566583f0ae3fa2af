import type { DraftRow } from '@shiji/contract/declaration-life'
import { FormId } from '@shiji/contract/performance'
import { sql } from 'kysely'
import type { z } from 'zod'
import { visibleTo } from '#modules/directory'
import { type Context, type PersonContext, requireSignedIn } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'

type Row = z.infer<typeof DraftRow>

const PAGE = 50

/** 草稿: what the person worked on and nobody handed in yet, in units the person still sees. */
export async function listDrafts(context: Context, { before }: { before?: string | undefined }) {
  requireSignedIn(context)
  return read(context.db, async (reader) => {
    const drafts = draftsOf(reader, context)
    let query = reader.selectFrom(drafts.as('draft')).selectAll().orderBy('draft.savedAt', 'desc').limit(PAGE)
    if (before !== undefined) query = query.where('draft.savedAt', '<', Temporal.Instant.from(before))
    const [found, { total }] = await Promise.all([
      query.execute(),
      reader
        .selectFrom(drafts.as('draft'))
        .select((column) => column.fn.countAll<bigint>().as('total'))
        .executeTakeFirstOrThrow(),
    ])
    const rows = found.map(
      ({ kind, formId, savedAt, ...row }): Row => ({
        ...row,
        kind: kind as Row['kind'],
        formId: FormId.parse(formId),
        savedAt: savedAt.toString(),
      }),
    )
    return { rows, total: Number(total), next: rows.length === PAGE ? (rows.at(-1)?.savedAt ?? null) : null }
  })
}

function draftsOf(reader: Reader, { actor }: PersonContext) {
  const me = actor.personId
  const forms = () =>
    reader
      .selectFrom('performanceForm as form')
      .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
      .select(['form.id as formId', 'project.name as project', 'directoryUnit.name as unit', 'form.year'])
      .where(visibleTo(actor))
  const isMine = sql<boolean>`exists (
    select 1 from performance_form_version as kept where kept.form_id = form.id and kept.saved_by = ${me}::uuid
  )`
  const declarations = forms()
    .leftJoin('performanceLife as life', 'life.formId', 'form.id')
    .select([sql<string>`'declaration'`.as('kind'), sql<number | null>`null::integer`.as('month')])
    .select('form.savedAt')
    .where('form.stage', '=', 'declaration')
    .where(({ or, eb }) => or([eb('life.state', 'is', null), eb('life.state', '=', 'draft')]))
    .where(isMine)
  const months = forms()
    .innerJoin('performanceMonitoring as report', 'report.formId', 'form.id')
    .select([sql<string>`'monitoring'`.as('kind'), 'report.month', 'report.savedAt'])
    .where('report.state', '=', 'draft')
    .where('report.savedBy', '=', me)
  const evaluations = forms()
    .innerJoin('performanceSelfEvaluation as evaluation', 'evaluation.formId', 'form.id')
    .select([sql<string>`'self-evaluation'`.as('kind'), sql<number | null>`null::integer`.as('month')])
    .select('form.savedAt')
    .where('evaluation.state', '=', 'draft')
    .where(isMine)
  return declarations.unionAll(months).unionAll(evaluations)
}
