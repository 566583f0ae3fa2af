import { FormId } from '@shiji/contract/performance'
import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { tellUnit } from './tell-of-notice.ts'

/** So many days before its day a notice is called to mind. */
const DAYS_BEFORE = 3
const AT_ONCE = 200

/** Every morning: unanswered notices that fall due soon, and once more those whose day has passed. */
export async function remindOfNotices(context: Context): Promise<void> {
  const today = officeDay(context.now)
  for (;;) {
    const reminded = await inTransaction(context.db, async (tx) => {
      const due = await tx
        .selectFrom('performanceRectification as notice')
        .innerJoin('performanceForm as form', 'form.id', 'notice.formId')
        .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
        .select(['notice.id', 'notice.formId', 'notice.dueOn', 'notice.demand', 'project.name as project'])
        .where('notice.state', '=', 'open')
        .where(sql<boolean>`notice.due_on <= ${today.add({ days: DAYS_BEFORE }).toString()}::date`)
        .where(
          sql<boolean>`(notice.reminded_on is null or (notice.due_on < ${today.toString()}::date and notice.reminded_on <= notice.due_on))`,
        )
        .orderBy('notice.dueOn')
        .limit(AT_ONCE)
        .forUpdate('notice')
        .skipLocked()
        .execute()
      for (const { id, formId, dueOn, demand, project } of due) {
        const isLate = Temporal.PlainDate.compare(Temporal.PlainDate.from(dueOn), today) < 0
        const code = isLate ? 'rectification-late' : 'rectification-due'
        await tellUnit(tx, context, { formId: FormId.parse(formId), project, due: dueOn, opinion: demand, code })
        await tx
          .updateTable('performanceRectification')
          .set({ remindedOn: today.toString() })
          .where('id', '=', id)
          .execute()
      }
      return due.length
    })
    if (reminded < AT_ONCE) return
  }
}
