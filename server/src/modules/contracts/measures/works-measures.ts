import { sql } from 'kysely'
import { defineMeasure, type MeasureQuery } from '#platform/measure'
import { askedOn, CONTRACT_FACTS, columnsOf, contractsOf, dayOf, isIn, RUNNING } from './contract-facts.ts'

const MILESTONE = { milestone: { name: { zh: '合同节点', en: 'Milestone' }, page: null } } as const
const PURCHASE = { purchase: { name: { zh: '采购行', en: 'Purchase line' }, page: null } } as const
/** Written down more than three days after it happened, a deed is 补录. */
const LATE_AFTER = sql.lit(3)

export const milestonesOnTime = defineMeasure({
  ...CONTRACT_FACTS,
  key: 'contracts.performance-rate',
  name: { zh: '合同履约率', en: 'Contract performance' },
  formula: {
    zh: '期间内到期的合同节点中按期完成的 ÷ 到期的节点 × 100%',
    en: 'milestones reached by their day ÷ milestones due in the period × 100 %',
  },
  shape: 'plan',
  strength: 'C',
  exclusions: { running: RUNNING },
  records: MILESTONE,
  facts: (reader, query) => {
    const done = sql`(milestone.done_on is not null and milestone.recorded_at <= ${query.asOf})`
    return contractsOf(reader, query)
      .innerJoin('contractsMilestone as milestone', 'milestone.contractId', 'contract.id')
      .select(
        columnsOf({
          kind: 'milestone',
          id: sql`milestone.id`,
          day: sql`milestone.due_on`,
          enteredAt: sql`case when ${done} then milestone.recorded_at else contract.made_at end`,
          title: sql`concat_ws(' ', contract.number, milestone.name)`,
          strength: sql`case when milestone.document_id is null then 'D' else 'C' end`,
          isLate: sql`${done} and ${dayOf(sql`milestone.recorded_at`)} > milestone.done_on + ${LATE_AFTER}`,
          numerator: sql`case when ${done} and milestone.done_on <= milestone.due_on then 1 else 0 end`,
          exclusion: sql`case when not ${done} and milestone.due_on >= ${askedOn(query)}::date then 'running' end`,
        }),
      )
      .where(isIn(sql`milestone.due_on`, query))
  },
})

/** What had come of a line by a day, as far as it was known. */
function deliveredBy(day: ReturnType<typeof sql>, { asOf }: MeasureQuery) {
  return sql`(select coalesce(sum(delivery.quantity), 0) from contracts_delivery delivery
    where delivery.purchase_id = purchase.id and delivery.delivered_on <= ${day} and delivery.recorded_at <= ${asOf})`
}

const hasNote = sql`exists (select from contracts_delivery delivery
  where delivery.purchase_id = purchase.id and delivery.document_id is not null)`

/** A planned line as a record: done when all of it had come, left out while it may still come. */
function purchaseLine(come: ReturnType<typeof sql>, query: MeasureQuery) {
  return {
    kind: 'purchase',
    id: sql`purchase.id`,
    day: sql`purchase.due_on`,
    enteredAt: sql`purchase.made_at`,
    strength: sql`case when ${hasNote} then 'C' else 'D' end`,
    numerator: sql`case when ${come} >= purchase.quantity then 1 else 0 end`,
    exclusion: sql`case when ${come} < purchase.quantity and purchase.due_on >= ${askedOn(query)}::date
      then 'running' end`,
  } as const
}

export const deliveryOnTime = defineMeasure({
  ...CONTRACT_FACTS,
  key: 'contracts.delivery-on-time',
  name: { zh: '到货及时率', en: 'Delivery on time' },
  formula: {
    zh: '期间内应到货的采购行中按期足量到货的 ÷ 应到货的采购行 × 100%',
    en: 'lines delivered in full by their day ÷ lines due in the period × 100 %',
  },
  shape: 'time',
  strength: 'C',
  exclusions: { running: RUNNING },
  records: PURCHASE,
  facts: (reader, query) =>
    contractsOf(reader, query)
      .innerJoin('contractsPurchase as purchase', 'purchase.contractId', 'contract.id')
      .select(
        columnsOf({
          ...purchaseLine(deliveredBy(sql`purchase.due_on`, query), query),
          title: sql`concat_ws(' ', contract.number, purchase.item)`,
        }),
      )
      .where(isIn(sql`purchase.due_on`, query)),
})

/** rules.md §4.4: purchase lines, delivery notes. A line nobody bought yet is planned all the same. */
export const purchasePlanDone = defineMeasure({
  ...CONTRACT_FACTS,
  key: 'contracts.purchase-plan-done',
  name: { zh: '采购计划完成率', en: 'Procurement plan done' },
  formula: {
    zh: '采购计划中应在期间内到货的行：已足量到货的行 ÷ 计划的行 × 100%',
    en: 'planned lines of the period delivered in full ÷ planned lines × 100 %',
  },
  shape: 'plan',
  strength: 'C',
  exclusions: { running: RUNNING },
  records: PURCHASE,
  facts: (reader, query) => {
    const { scope, asOf } = query
    return reader
      .selectFrom('contractsPurchase as purchase')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'purchase.unitId')
      .select(
        columnsOf({
          ...purchaseLine(deliveredBy(sql`${askedOn(query)}::date`, query), query),
          unitId: sql`purchase.unit_id`,
          title: sql`purchase.item`,
        }),
      )
      .where(sql<boolean>`directory_unit.ancestors @> array[${scope.unitId}]::uuid[]`)
      .$if(scope.projectId !== null, (lines) => lines.where('purchase.projectId', '=', scope.projectId ?? ''))
      .where('purchase.madeAt', '<=', asOf)
      .where(isIn(sql`purchase.due_on`, query))
  },
})

/** The seeds' 工程变更规范性: the procedure of every change was kept. */
export const changeOrders = defineMeasure({
  ...CONTRACT_FACTS,
  key: 'contracts.change-orders',
  name: { zh: '变更手续完备率', en: 'Change orders in order' },
  formula: {
    zh: '期间内提出的变更中，经第二人审定且未先斩后奏的 ÷ 提出的变更 × 100%',
    en: 'changes decided by a second person and not carried out before ÷ changes asked for × 100 %',
  },
  shape: 'words',
  strength: 'B',
  exclusions: { running: { zh: '尚待审定，也未实施', en: 'not decided yet, and not carried out' } },
  records: { change: { name: { zh: '变更单', en: 'Change order' }, page: null } },
  facts: (reader, query) => {
    const judged = sql`(change.judged_at is not null and change.judged_at <= ${query.asOf})`
    const before = sql`(change.carried_out_on is not null and (not ${judged} or change.verdict = 'rejected'
      or ${dayOf(sql`change.judged_at`)} > change.carried_out_on))`
    return contractsOf(reader, query)
      .innerJoin('contractsChange as change', 'change.contractId', 'contract.id')
      .select(
        columnsOf({
          kind: 'change',
          id: sql`change.id`,
          day: sql`change.asked_on`,
          enteredAt: sql`change.asked_at`,
          title: sql`concat_ws(' ', contract.number, change.number, change.what)`,
          strength: sql`case when ${judged} then 'B' else 'D' end`,
          isLate: sql`${dayOf(sql`change.asked_at`)} > change.asked_on + ${LATE_AFTER}`,
          numerator: sql`case when ${judged} and not ${before} then 1 else 0 end`,
          exclusion: sql`case when not ${judged} and change.carried_out_on is null then 'running' end`,
        }),
      )
      .where('change.askedAt', '<=', query.asOf)
      .where(isIn(sql`change.asked_on`, query))
  },
})

/** The seeds' 监理规范性: notes written at the time, instructions answered in time. */
export const supervisionLog = defineMeasure({
  ...CONTRACT_FACTS,
  key: 'contracts.supervision-log',
  name: { zh: '监理记录规范率', en: 'Supervision log in order' },
  formula: {
    zh: '期间内的监理记录中，当日或次日写成且按期得到答复的 ÷ 全部监理记录 × 100%',
    en: 'notes written by the next day and answered in time ÷ notes of the period × 100 %',
  },
  shape: 'words',
  strength: 'B',
  exclusions: { running: { zh: '尚在答复期限内', en: 'still to be answered in time' } },
  records: { note: { name: { zh: '监理记录', en: 'Supervision note' }, page: null } },
  facts: (reader, query) => {
    const prompt = sql`(${dayOf(sql`note.recorded_at`)} <= note.day + 1)`
    const answered = sql`(note.answered_at is not null and note.answered_at <= ${query.asOf})`
    const inTime = sql`(note.answer_due_on is null or ${answered} and ${dayOf(sql`note.answered_at`)} <= note.answer_due_on)`
    return contractsOf(reader, query)
      .innerJoin('contractsSupervision as note', 'note.contractId', 'contract.id')
      .select(
        columnsOf({
          kind: 'note',
          id: sql`note.id`,
          day: sql`note.day`,
          enteredAt: sql`note.recorded_at`,
          title: sql`concat_ws(' ', contract.number, note.what)`,
          strength: sql`'B'`,
          isLate: sql`not ${prompt}`,
          numerator: sql`case when ${prompt} and ${inTime} then 1 else 0 end`,
          exclusion: sql`case when ${prompt} and not ${answered} and note.answer_due_on >= ${askedOn(query)}::date
            then 'running' end`,
        }),
      )
      .where('note.recordedAt', '<=', query.asOf)
      .where(isIn(sql`note.day`, query))
  },
})
