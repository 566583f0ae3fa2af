import { sql } from 'kysely'
import { defineMeasure } from '#platform/measure'
import { askedOn, CONTRACT_FACTS, columnsOf, contractsOf, dayOf, isIn, RUNNING } from './contract-facts.ts'

const CONTRACT = { contract: { name: { zh: '合同', en: 'Contract' }, page: '/contracts/{id}' } } as const

/** Paid in full by its day; what the office could not pay because a gate was open is not held against it. */
export const paymentOnTime = defineMeasure({
  ...CONTRACT_FACTS,
  key: 'contracts.payment-on-time',
  name: { zh: '合同付款及时率', en: 'Payment on time' },
  formula: {
    zh: '期间内到期且具备付款条件的各期款项中，按期足额支付的 ÷ 到期的期数 × 100%',
    en: 'instalments paid in full by their day ÷ instalments due that could be paid × 100 %',
  },
  shape: 'time',
  strength: 'C',
  exclusions: { running: RUNNING, gated: { zh: '到期时尚不具备付款条件', en: 'a gate was open on its day' } },
  records: { instalment: { name: { zh: '分期款', en: 'Instalment' }, page: null } },
  facts: (reader, query) => {
    const { asOf } = query
    const deducted = sql`coalesce((select appraisal.points * contract.point_value from contracts_appraisal appraisal
      where appraisal.contract_id = contract.id and appraisal.year = instalment.appraisal_year
        and appraisal.recorded_at <= ${asOf}), 0)`
    const paid = sql`(select coalesce(sum(payment.amount), 0) from contracts_payment settled
      join shared_payment payment on payment.id = settled.payment_id
      where settled.instalment_id = instalment.id and payment.paid_on <= instalment.due_on
        and payment.entered_at <= ${asOf})`
    const isPaid = sql`(${paid} >= instalment.amount - ${deducted} and ${paid} > 0)`
    const isListed = sql`exists (select from contracts_payment settled
      join shared_payment payment on payment.id = settled.payment_id
      where settled.instalment_id = instalment.id and payment.listed_at <= ${asOf})`
    return contractsOf(reader, query)
      .innerJoin('contractsInstalment as instalment', 'instalment.contractId', 'contract.id')
      .select(
        columnsOf({
          kind: 'instalment',
          id: sql`instalment.id`,
          day: sql`instalment.due_on`,
          enteredAt: sql`contract.made_at`,
          title: sql`concat_ws(' ', contract.number, instalment.name)`,
          strength: sql`case when ${isListed} then 'C' else 'D' end`,
          numerator: sql`case when ${isPaid} then 1 else 0 end`,
          exclusion: sql`case when ${isPaid} then null when instalment.due_on >= ${askedOn(query)}::date then 'running'
            when not ${OPENED} then 'gated' end`,
        }),
      )
      .where(isIn(sql`instalment.due_on`, query))
  },
})

/** Everything the instalment waits for was there on its day. */
const OPENED = sql`(
  (instalment.milestone_id is null or exists (select from contracts_milestone milestone
    where milestone.id = instalment.milestone_id and milestone.done_on <= instalment.due_on))
  and (not instalment.needs_acceptance or exists (select from contracts_acceptance sheet
    where sheet.contract_id = contract.id and sheet.passed and sheet.accepted_on <= instalment.due_on))
  and (instalment.appraisal_year is null or exists (select from contracts_appraisal appraisal
    where appraisal.contract_id = contract.id and appraisal.year = instalment.appraisal_year
      and appraisal.passed and appraisal.held_on <= instalment.due_on)))`

/** rules.md §4.3, §4.4: settlement against contract. */
export const settlementAgainstContract = defineMeasure({
  ...CONTRACT_FACTS,
  key: 'contracts.settlement-against-contract',
  name: { zh: '结算不超合同率', en: 'Settled within the contract' },
  formula: {
    zh: '期间内结算的合同中，结算金额不超过合同金额（含经审定的变更）的 ÷ 结算的合同 × 100%',
    en: 'contracts settled within their amount and approved changes ÷ contracts settled × 100 %',
  },
  shape: 'words',
  strength: 'C',
  exclusions: {},
  records: CONTRACT,
  facts: (reader, query) => {
    const agreed = sql`contract.amount + coalesce((select sum(change.amount_delta) from contracts_change change
      where change.contract_id = contract.id and change.verdict = 'approved' and change.judged_at <= ${query.asOf}), 0)`
    return contractsOf(reader, query)
      .select(
        columnsOf({
          kind: 'contract',
          id: sql`contract.id`,
          day: sql`contract.settled_on`,
          enteredAt: sql`contract.settled_at`,
          title: sql`concat_ws(' ', contract.number, contract.name)`,
          strength: sql`'C'`,
          numerator: sql`case when contract.settled_amount <= ${agreed} then 1 else 0 end`,
        }),
      )
      .where('contract.settledAt', '<=', query.asOf)
      .where(isIn(sql`contract.settled_on`, query))
  },
})

/**
 * Four checks a contract: signed before it began, bought as planned, within the estimate, of a firm whose licence was
 * valid on the day. What was not planned at all fails the second.
 */
export const procurementCompliance = defineMeasure({
  ...CONTRACT_FACTS,
  key: 'contracts.procurement-compliance',
  name: { zh: '采购合规率', en: 'Procurement compliance' },
  formula: {
    zh: '期间内签订的合同逐项核对（先签后履行、采购方式与计划一致、不超预算、签订日资质有效）：符合项 ÷ 核对项 × 100%',
    en: 'checks passed ÷ checks made over the contracts signed: signed before it began, method as planned, within the estimate, licence valid × 100 %',
  },
  shape: 'words',
  strength: 'C',
  exclusions: {},
  records: CONTRACT,
  facts: (reader, query) => {
    const checks = [
      sql`contract.signed_on <= contract.starts_on`,
      sql`coalesce((select bool_and(line.method = contract.method) from contracts_purchase line
        where line.contract_id = contract.id), false)`,
      sql`coalesce((select sum(line.estimate) >= contract.amount from contracts_purchase line
        where line.contract_id = contract.id), false)`,
      sql`exists (select from contracts_licence licence where licence.vendor_id = contract.vendor_id
        and licence.holder = '' and licence.made_at <= ${query.asOf} and licence.valid_from <= contract.signed_on
        and coalesce(licence.valid_until, 'infinity') >= contract.signed_on)`,
    ]
    const passed = sql.join(
      checks.map((check) => sql`(case when ${check} then 1 else 0 end)`),
      sql` + `,
    )
    return contractsOf(reader, query)
      .select(
        columnsOf({
          kind: 'contract',
          id: sql`contract.id`,
          day: sql`contract.signed_on`,
          enteredAt: sql`contract.made_at`,
          title: sql`concat_ws(' ', contract.number, contract.name)`,
          strength: sql`'C'`,
          isLate: sql`${dayOf(sql`contract.made_at`)} > contract.signed_on + 30`,
          numerator: passed,
          denominator: sql.lit(checks.length) as ReturnType<typeof sql>,
        }),
      )
      .where(isIn(sql`contract.signed_on`, query))
  },
})
