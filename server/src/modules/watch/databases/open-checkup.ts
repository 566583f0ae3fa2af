import { CheckupId, DatabaseId } from '@shiji/contract/watch-databases'
import { compareFindings } from '@shiji/kernel/watch/checkup/judge-checkup'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { checkupsOf, findBefore, findDatabase, KeptFigures, KeptFindings, KeptUnasked } from './database-store.ts'
import { followUpsOf, isOpen } from './follow-up-store.ts'
import { plannedOf } from './planned-store.ts'
import { countGrades, sayFigures, sayFindings, sayUnasked } from './say-checkup.ts'

/** What was found, in words, beside the check before it. */
export async function openCheckup(context: Context, { id }: { id: CheckupId }) {
  requirePermission(context, 'watch.read')
  const { actor, language } = context
  return read(context.db, async (reader) => {
    const checkup = (await checkupsOf(reader).where('checkup.id', '=', id).executeTakeFirst()) ?? refuse('not-found')
    const database = (await findDatabase(reader, actor, checkup.databaseId)) ?? refuse('not-found')
    const before = await findBefore(reader, checkup)
    const followUps = await followUpsOf(reader, database.id)
    const planned = await plannedOf(reader, database.id)
    const followedOf = (rule: string) => {
      const ticket = followUps.get(rule)
      return {
        ticket: ticket === undefined ? null : { ...ticket, isOpen: isOpen(ticket) },
        planned: planned.get(rule) ?? null,
      }
    }

    const found = KeptFindings.parse(checkup.findings)
    const foundBefore = before === undefined ? null : KeptFindings.parse(before.findings)
    const { fresh, gone } = compareFindings(found, foundBefore ?? found)
    const figuresBefore = before === undefined ? null : KeptFigures.parse(before.figures)
    const { name, service, unit } = database
    return {
      ...{ id: CheckupId.parse(id), databaseId: DatabaseId.parse(database.id), name, service, unit },
      ...{ at: checkup.at.toString(), by: checkup.by, version: checkup.version, counts: countGrades(found) },
      findings: found.flatMap((finding) =>
        sayFindings([finding], language).map((said) => ({
          ...{ ...said, isNew: fresh.includes(finding), ...followedOf(finding.rule) },
        })),
      ),
      gone: sayFindings(gone, language).map((said) => ({ ...said, isNew: false, ...followedOf(said.rule) })),
      figures: sayFigures(KeptFigures.parse(checkup.figures), figuresBefore, language),
      beforeAt: before?.at.toString() ?? null,
      unasked: sayUnasked(checkup.engine, KeptUnasked.parse(checkup.unasked), language),
      ...{ backupOn: checkup.backupOn, drillOn: checkup.drillOn },
    }
  })
}
