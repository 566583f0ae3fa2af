import { expect, test } from 'vitest'
import { judgeTender, type Tender, type TenderedContract } from './judge-tender.ts'

const TENDER: Tender = { issuedOn: '2018-01-08', openedOn: '2018-02-02', awardedOn: '2018-02-12', years: 3 }
const CONTRACT: TenderedContract = { signedOn: '2018-03-01', endsOn: '2018-12-31', termYear: 1, termYears: 3 }

const RULES = { openAfterDays: 20, signWithinDays: 30 }

test.each([
  ['in order', {}, {}, []],
  ['in its third year', {}, { signedOn: '2020-01-10', endsOn: '2020-12-31', termYear: 3 }, []],
  ['signed before the opening', {}, { signedOn: '2018-02-01' }, ['signed-before-opening']],
  ['signed between opening and award', {}, { signedOn: '2018-02-05' }, ['signed-before-award']],
  ['of a tender without an award', { awardedOn: null }, {}, ['not-awarded']],
  ['for fewer years', {}, { termYears: 1 }, ['years-differ']],
  ['in a fourth year', {}, { termYear: 4, termYears: 4 }, ['years-differ', 'beyond-years']],
  ['that runs on for years', {}, { endsOn: '2022-12-31' }, ['beyond-years']],
  ['opened after nineteen days', { issuedOn: '2018-01-14' }, {}, ['opened-early']],
  ['opened after twenty days', { issuedOn: '2018-01-13' }, {}, []],
  ['signed on the thirtieth day', {}, { signedOn: '2018-03-14' }, []],
  ['signed on the thirty-first day', {}, { signedOn: '2018-03-15' }, ['signed-late']],
] as const)('a contract %s', (_title, tender, contract, faults) => {
  const given = {
    isTendered: true,
    rules: RULES,
    tender: { ...TENDER, ...tender },
    contract: { ...CONTRACT, ...contract },
  }
  expect(judgeTender(given)).toEqual(faults)
})

test('only what is bought by tender and has its contract lacks a tender file', () => {
  const lacking = (isTendered: boolean, contract: TenderedContract | null) =>
    judgeTender({ isTendered, tender: null, contract, rules: RULES })
  expect([lacking(true, CONTRACT), lacking(false, CONTRACT), lacking(true, null)]).toEqual([['missing'], [], []])
})

test('an opening too early shows before there is a contract; what is not bought by tender has no days of the law', () => {
  const early = { ...TENDER, issuedOn: '2018-01-20' }
  const judge = (isTendered: boolean, rules: typeof RULES | null = RULES) =>
    judgeTender({ isTendered, tender: early, contract: null, rules })
  expect([judge(true), judge(false), judge(true, null)]).toEqual([['opened-early'], [], []])
})
