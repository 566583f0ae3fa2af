import type { Wording } from '@shiji/kernel/wording'

/** What contracts and their payments may refuse. */
export const CONTRACTS_REFUSALS = {
  'tender-days-reversed': {
    status: 422,
    zh: '日期先后不对：发布、开标、中标应依次在后。没有保存。请核对三个日期。',
    en: 'The days are out of order: issue, opening and award follow one another. Nothing was saved. Check the three days.',
  },
  'name-taken': {
    status: 409,
    zh: '“{name}”已经登记过。没有重复登记。请使用已有的那一条，或核对名称和编号。',
    en: '"{name}" is entered already. Nothing was entered twice. Use that entry, or check name and number.',
  },
  'payment-gated': {
    status: 409,
    zh: '“{instalment}”现在不能支付：{reasons}。没有登记付款，款项没有变动。请先办完这些，再登记付款。',
    en: '"{instalment}" cannot be paid now: {reasons}. No payment was recorded. Settle this first and record the payment then.',
  },
  'payment-too-large': {
    status: 422,
    zh: '“{instalment}”最多还能支付 {left} 元（考核扣除 {deducted} 元，已付 {paid} 元）。没有登记付款。请核对金额。',
    en: 'At most {left} yuan of "{instalment}" may be paid ({deducted} deducted by the appraisal, {paid} paid). No payment was recorded. Check the amount.',
  },
  'voucher-used': {
    status: 409,
    zh: '凭证号“{voucher}”的这笔付款已经登记过。没有重复登记。请核对凭证号。',
    en: 'The payment with the voucher "{voucher}" is recorded already. Nothing was recorded twice. Check the voucher.',
  },
  'contract-wrong': {
    status: 422,
    zh: '{problem}没有保存。请改正后再提交。',
    en: '{problem} Nothing was saved. Correct it and send it again.',
  },
  'span-reversed': {
    status: 422,
    zh: '结束日期早于开始日期。没有保存。请核对日期。',
    en: 'It ends before it begins. Nothing was saved. Check the days.',
  },
  'day-ahead': {
    status: 422,
    zh: '{day} 还没有到，不能登记已经发生的事。没有保存。请核对日期。',
    en: '{day} has not come yet, so nothing can have happened on it. Nothing was saved. Check the day.',
  },
  'milestone-reached': {
    status: 409,
    zh: '这个节点已经登记完成。没有改动任何东西。请刷新页面。',
    en: 'This milestone is recorded as reached already. Nothing was changed. Reload the page.',
  },
  'item-undecided': {
    status: 422,
    zh: '“{item}”只有文字、没有可比的数，须由签字人写明合格或不合格。验收单没有保存。请选择结论。',
    en: '"{item}" has words and no figures to compare, so those who sign must say whether it passed. The sheet was not saved. Choose a verdict.',
  },
  'item-contradicted': {
    status: 422,
    zh: '“{item}”要求“{required}”，实测“{measured}”，与所选结论相反。验收单没有保存。请核对实测值或结论。',
    en: '"{item}" asks for {required} and {measured} was measured, which contradicts the verdict. The sheet was not saved. Check both.',
  },
  'contract-settled': {
    status: 409,
    zh: '这份合同已经结算。没有改动任何东西。',
    en: 'This contract is settled already. Nothing was changed.',
  },
  'change-judged': {
    status: 409,
    zh: '这份变更单已经审定，不能再改。没有改动任何东西。',
    en: 'This change was decided already. Nothing was changed.',
  },
  'appraisal-held': {
    status: 409,
    zh: '{year} 年度考核已经结束，扣分台账不能再动。没有保存。',
    en: 'The appraisal of {year} is closed and its ledger with it. Nothing was saved.',
  },
  'answered-before': {
    status: 409,
    zh: '这条监理通知已经答复。没有改动任何东西。',
    en: 'This instruction was answered already. Nothing was changed.',
  },
} as const satisfies Readonly<Record<string, Wording & { readonly status: number }>>
