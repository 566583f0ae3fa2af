import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'
import { defineMeasure, type MeasureQuery } from '#platform/measure'
import { askedOn, CONTRACT_FACTS, columnsOf, contractsOf, isIn, RUNNING } from './contract-facts.ts'

const ASSESSED = {
  ...CONTRACT_FACTS,
  strength: 'B',
  exclusions: { running: RUNNING },
  records: { contract: { name: { zh: '合同考核', en: 'Appraisal of a contract' }, page: '/contracts/{id}' } },
} as const

export const assessmentPassRate = defineMeasure({
  ...ASSESSED,
  key: 'contracts.assessment-pass-rate',
  name: { zh: '考核通过率', en: 'Appraisals passed' },
  formula: {
    zh: '当年应考核的合同中考核达到合同约定合格线的 ÷ 应考核的合同 × 100%（未考核的算未通过）',
    en: 'contracts appraised at or above their pass mark ÷ contracts to be appraised × 100 %; not held counts as not passed',
  },
  shape: 'ratio',
  facts: assessed,
})

/** rules.md §4.3: assessment sheet Nov–Dec, pass mark from contract. */
export const assessmentResult = defineMeasure({
  ...ASSESSED,
  key: 'contracts.assessment-result',
  name: { zh: '年度考核结果', en: 'Result of the yearly appraisal' },
  formula: {
    zh: '年末考核得分（100 − 扣分台账）不低于合同约定合格线的 ÷ 应考核的合同 × 100%',
    en: 'contracts whose score (100 less the ledger) reaches the pass mark ÷ contracts to be appraised × 100 %',
  },
  shape: 'words',
  facts: assessed,
})

/** A contract counts once for every year an instalment of it waits for, or that was appraised, on the year's last day. */
function assessed(reader: Reader, query: MeasureQuery) {
  const held = sql`(appraisal.id is not null and appraisal.recorded_at <= ${query.asOf})`
  const day = sql`make_date(asked.year, 12, 31)`
  return contractsOf(reader, query)
    .innerJoin(YEARS, 'asked.contractId', 'contract.id')
    .leftJoin('contractsAppraisal as appraisal', (join) =>
      join.onRef('appraisal.contractId', '=', 'contract.id').onRef('appraisal.year', '=', 'asked.year'),
    )
    .select(
      columnsOf({
        kind: 'contract',
        id: sql`contract.id`,
        day,
        enteredAt: sql`case when ${held} then appraisal.recorded_at else contract.made_at end`,
        title: sql`concat_ws(' ', contract.number, contract.name, asked.year, appraisal.score)`,
        strength: sql`case when ${held} then 'B' else 'D' end`,
        numerator: sql`case when ${held} and appraisal.passed then 1 else 0 end`,
        exclusion: sql`case when not ${held} and ${day} >= ${askedOn(query)}::date then 'running' end`,
      }),
    )
    .where(isIn(day, query))
}

const YEARS = sql<{ contractId: string; year: number }>`(
  select contract_id, appraisal_year as year from contracts_instalment where appraisal_year is not null
  union select contract_id, year from contracts_appraisal)`.as('asked')
