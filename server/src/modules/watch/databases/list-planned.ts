import type { OccurrenceId } from '@shiji/contract/upkeep'
import { CheckupId } from '@shiji/contract/watch-databases'
import { say } from '@shiji/kernel/wording'
import { isOccurrenceVisible } from '#modules/upkeep'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { CHECKUP_PACK } from './checkup-pack.ts'
import { findDatabase } from './database-store.ts'

/** The findings put on a day of a work plan, of databases one may see. */
export async function listPlanned(context: Context, { occurrenceId }: { occurrenceId: OccurrenceId }) {
  requirePermission(context, 'watch.read')
  const { actor, language } = context
  return read(context.db, async (reader) => {
    if (!(await isOccurrenceVisible(reader, actor, occurrenceId))) refuse('not-found')
    const rows = await reader
      .selectFrom('watchPlanned as planned')
      .innerJoin('watchCheckup as checkup', 'checkup.id', 'planned.checkupId')
      .select(['planned.databaseId', 'planned.rule', 'planned.checkupId', 'checkup.at'])
      .where('planned.occurrenceId', '=', occurrenceId)
      .orderBy('planned.plannedAt')
      .orderBy('planned.rule')
      .execute()
    const items = []
    for (const { databaseId, rule: key, checkupId, at } of rows) {
      const database = await findDatabase(reader, actor, databaseId)
      if (database === undefined) continue
      const rule = CHECKUP_PACK.rules.find((one) => one.key === key)
      const { name, service } = database
      const finding = rule === undefined ? key : say(rule.name, language)
      const advice = rule === undefined ? '' : say(rule.advice, language)
      items.push({ checkupId: CheckupId.parse(checkupId), at: at.toString(), name, service, finding, advice })
    }
    return items
  })
}
