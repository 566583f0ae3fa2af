import { ChangeOrderId, DeliveryId, MilestoneId, PurchaseId, SupervisionId } from '@shiji/contract/contracts'
import { add, ZERO } from '@shiji/kernel/decimal'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'

export async function listMilestones(reader: Reader, contractId: string, today: string) {
  const rows = await reader
    .selectFrom('contractsMilestone')
    .select(['id', 'name', 'dueOn', 'doneOn', 'note'])
    .where('contractId', '=', contractId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, id: MilestoneId.parse(row.id), isLate: (row.doneOn ?? today) > row.dueOn }))
}

/** The lines of the plan this contract buys, with what came of them. */
export async function listPurchasesOf(reader: Reader, contractId: string) {
  const lines = await reader
    .selectFrom('contractsPurchase')
    .select(['id', 'item', 'quantity', 'unitWord', 'dueOn'])
    .where('contractId', '=', contractId)
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  const deliveries = await reader
    .selectFrom('contractsDelivery as delivery')
    .innerJoin('contractsPurchase as purchase', 'purchase.id', 'delivery.purchaseId')
    .select(['delivery.id', 'delivery.purchaseId', 'delivery.deliveredOn', 'delivery.quantity'])
    .select(['delivery.noteNumber', 'delivery.installedOn', 'delivery.installedAt'])
    .where('purchase.contractId', '=', contractId)
    .orderBy('delivery.deliveredOn')
    .orderBy('delivery.id')
    .execute()
  return lines.map((line) => {
    const own = deliveries.filter(({ purchaseId }) => purchaseId === line.id)
    return {
      ...line,
      id: PurchaseId.parse(line.id),
      delivered: own.map(({ quantity }) => quantity).reduce(add, ZERO),
      deliveries: own.map((delivery) => {
        return { ...delivery, id: DeliveryId.parse(delivery.id), isLate: delivery.deliveredOn > line.dueOn }
      }),
    }
  })
}

export async function listAcceptances(reader: Reader, contractId: string) {
  const sheets = await reader
    .selectFrom('contractsAcceptance')
    .select(['id', 'name', 'acceptedOn', 'passed', 'signedBy', 'documentId'])
    .where('contractId', '=', contractId)
    .orderBy('acceptedOn')
    .orderBy('recordedAt')
    .execute()
  const items = await reader
    .selectFrom('contractsAcceptanceItem as item')
    .innerJoin('contractsAcceptance as sheet', 'sheet.id', 'item.acceptanceId')
    .selectAll('item')
    .where('sheet.contractId', '=', contractId)
    .orderBy('item.position')
    .execute()
  return sheets.map((sheet) => ({ ...sheet, items: items.filter(({ acceptanceId }) => acceptanceId === sheet.id) }))
}

export async function listChanges(reader: Reader, actor: Actor, contractId: string) {
  const rows = await reader
    .selectFrom('contractsChange as change')
    .innerJoin('directoryPerson as asker', 'asker.id', 'change.askedBy')
    .leftJoin('directoryPerson as judge', 'judge.id', 'change.judgedBy')
    .selectAll('change')
    .select(['asker.name as asker', 'judge.name as judge'])
    .where('change.contractId', '=', contractId)
    .orderBy('change.number')
    .execute()
  const mayConfirm = actor.kind === 'person' && actor.permissions.has('contracts.confirm')
  return rows.map(({ asker, judge, askedBy, ...row }) => ({
    ...row,
    id: ChangeOrderId.parse(row.id),
    askedBy: asker,
    judgedBy: judge,
    mayJudge: mayConfirm && row.verdict === null && actor.personId !== askedBy,
  }))
}

/** A note counts as written late when it is entered after the next day. */
const LATE_AFTER_DAYS = 1

export async function listSupervision(reader: Reader, contractId: string, today: string) {
  const rows = await reader
    .selectFrom('contractsSupervision as note')
    .innerJoin('directoryPerson as person', 'person.id', 'note.recordedBy')
    .select(['note.id', 'note.kind', 'note.day', 'note.what', 'note.answerDueOn', 'note.answer', 'note.answeredAt'])
    .select(['note.recordedAt', 'person.name as recordedBy'])
    .where('note.contractId', '=', contractId)
    .where('note.day', '<=', today)
    .orderBy('note.day', 'desc')
    .orderBy('note.id', 'desc')
    .execute()
  return rows.map(({ recordedAt, answeredAt, ...row }) => ({
    ...row,
    id: SupervisionId.parse(row.id),
    answeredAt: answeredAt?.toString() ?? null,
    isLate:
      officeDay(recordedAt).toString() > Temporal.PlainDate.from(row.day).add({ days: LATE_AFTER_DAYS }).toString(),
  }))
}
