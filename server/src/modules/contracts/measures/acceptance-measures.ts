import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'
import { defineMeasure, type MeasureQuery } from '#platform/measure'
import { askedOn, CONTRACT_FACTS, columnsOf, contractsOf, isIn, RUNNING } from './contract-facts.ts'

const ITEM = {
  ...CONTRACT_FACTS,
  strength: 'B',
  exclusions: { superseded: { zh: '已由后来的复验代替', en: 'replaced by a later acceptance of the same' } },
  records: { item: { name: { zh: '验收项', en: 'Item of an acceptance sheet' }, page: null } },
} as const

export const acceptancePassRate = defineMeasure({
  ...ITEM,
  key: 'contracts.acceptance-pass-rate',
  name: { zh: '验收合格率', en: 'Acceptance pass rate' },
  formula: {
    zh: '期间内验收单（同一节点取最后一次）上实测符合要求的项 ÷ 验收的项 × 100%',
    en: 'items measured as required ÷ items of the last acceptance sheets of the period × 100 %',
  },
  shape: 'ratio',
  facts: (reader, query) => items(reader, query).where(isIn(sql`sheet.accepted_on`, query)),
})

export const requirementsAccepted = defineMeasure({
  ...ITEM,
  key: 'contracts.requirements-accepted',
  name: { zh: '需求满足度', en: 'Requirements accepted' },
  formula: {
    zh: '期间内验收通过的需求项 ÷ 约定的需求项 × 100%',
    en: 'requirements accepted ÷ requirements agreed × 100 %',
  },
  shape: 'ratio',
  facts: (reader, query) =>
    items(reader, query).where(isIn(sql`sheet.accepted_on`, query)).where('item.kind', '=', 'requirement'),
})

function items(reader: Reader, query: MeasureQuery) {
  return contractsOf(reader, query)
    .innerJoin('contractsAcceptance as sheet', 'sheet.contractId', 'contract.id')
    .innerJoin('contractsAcceptanceItem as item', 'item.acceptanceId', 'sheet.id')
    .select(
      columnsOf({
        kind: 'item',
        id: sql`sheet.id || '-' || item.position`,
        day: sql`sheet.accepted_on`,
        enteredAt: sql`sheet.recorded_at`,
        title: sql`concat_ws(' ', contract.number, sheet.name, item.item, item.required, '→', item.measured)`,
        strength: sql`case when sheet.document_id is null then 'D' else 'B' end`,
        numerator: sql`case when item.passed then 1 else 0 end`,
        exclusion: sql`case when exists (
          select from contracts_acceptance later
           where later.contract_id = sheet.contract_id and later.milestone_id is not distinct from sheet.milestone_id
             and later.name = sheet.name and (later.accepted_on, later.recorded_at, later.id) > (sheet.accepted_on, sheet.recorded_at, sheet.id)
             and later.recorded_at <= ${query.asOf}) then 'superseded' end`,
      }),
    )
    .where('sheet.recordedAt', '<=', query.asOf)
}

/** rules.md §4.2, §4.4: accepted by the day agreed. */
export const acceptanceDate = defineMeasure({
  ...CONTRACT_FACTS,
  key: 'contracts.acceptance-date',
  name: { zh: '按期验收率', en: 'Accepted by the day agreed' },
  formula: {
    zh: '期间内到期、须验收的合同中，约定日期前验收通过的 ÷ 到期的合同 × 100%',
    en: 'contracts accepted by the day agreed ÷ contracts that end in the period and need acceptance × 100 %',
  },
  shape: 'milestone',
  strength: 'B',
  exclusions: { running: RUNNING },
  records: { contract: { name: { zh: '合同', en: 'Contract' }, page: '/contracts/{id}' } },
  facts: (reader, query) => {
    const accepted = sql`exists (select from contracts_acceptance sheet where sheet.contract_id = contract.id
      and sheet.passed and sheet.accepted_on <= contract.ends_on and sheet.recorded_at <= ${query.asOf})`
    return contractsOf(reader, query)
      .select(
        columnsOf({
          kind: 'contract',
          id: sql`contract.id`,
          day: sql`contract.ends_on`,
          enteredAt: sql`contract.made_at`,
          title: sql`concat_ws(' ', contract.number, contract.name)`,
          strength: sql`case when ${accepted} then 'B' else 'D' end`,
          numerator: sql`case when ${accepted} then 1 else 0 end`,
          exclusion: sql`case when not ${accepted} and contract.ends_on >= ${askedOn(query)}::date then 'running' end`,
        }),
      )
      .where(sql<boolean>`exists (select from contracts_instalment instalment
        where instalment.contract_id = contract.id and instalment.needs_acceptance)`)
      .where(isIn(sql`contract.ends_on`, query))
  },
})
