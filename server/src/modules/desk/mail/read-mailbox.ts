import type { Mailbox } from '@shiji/contract/desk-mail'
import { MailboxSettings } from '@shiji/contract/desk-mail'
import { UnitId } from '@shiji/contract/directory'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { sayMailProblem } from './mailbox-store.ts'

type Shown = z.infer<typeof Mailbox>

export async function readMailbox(context: Context): Promise<{ mailbox: Shown | null }> {
  requirePermission(context, 'desk.manage-mail')
  const row = await read(context.db, (reader) =>
    reader
      .selectFrom('deskMailbox')
      .innerJoin('directoryUnit as unit', 'unit.id', 'deskMailbox.unitId')
      .selectAll('deskMailbox')
      .select('unit.name as unit')
      .executeTakeFirst(),
  )
  if (row === undefined) return { mailbox: null }
  const { isOn, service, unit, workedAt, failedAt } = row
  const mailbox = {
    ...{ isOn, service, unit },
    settings: MailboxSettings.parse(row.settings),
    unitId: UnitId.parse(row.unitId),
    since: row.since.toString(),
    light: lightOf(workedAt, failedAt),
    workedAt: workedAt?.toString() ?? null,
    failedAt: failedAt?.toString() ?? null,
    problem: sayMailProblem(row.problem, context.language),
  }
  return { mailbox }
}

function lightOf(worked: Temporal.Instant | null, failed: Temporal.Instant | null): Shown['light'] {
  if (worked === null) return failed === null ? 'none' : 'bad'
  return failed === null || Temporal.Instant.compare(worked, failed) > 0 ? 'good' : 'bad'
}
