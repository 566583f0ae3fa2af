import { expect, test } from 'vitest'
import { findHead, guessMapping, type ListRow, type PaymentMapping, readPayments } from './payment-list.ts'

const rows = (...lines: string[][]): ListRow[] => lines.map((cells, index) => ({ line: index + 1, cells }))

const LIST = rows(
  ['青溪区国库支付明细', '', '', '', ''],
  ['序号', '凭证号', '支付日期', '预算项目', '支付金额（元）', '收款人全称', '摘要'],
  ['1', 'Z-001', '2021-03-05', '校园信息化运行维护', '120,000.00', '某公司', '首付款'],
  ['2', 'Z-002', '20210709', '校园信息化运行维护', '8.5万元', '某公司', '进度款'],
  ['3', 'Z-003', '三月五日', '校园信息化运行维护', '10', '', ''],
  ['4', 'Z-004', '2021/8/1 10:20', '校园信息化运行维护', '12.34.5', '', ''],
  ['5', 'Z-005', '2021年9月1日', '', '-200', '', '退回'],
  ['', '', '', '', '', '', ''],
  ['合计', '', '', '', '205,000.00', '', ''],
)

test('the headings are found wherever they stand, and what they hold is guessed by their words', () => {
  const head = findHead(LIST, null)
  expect(head).toBe(1)
  expect(guessMapping(LIST[head ?? 0]?.cells ?? [], null)).toEqual({
    project: '预算项目',
    paidOn: '支付日期',
    amount: '支付金额（元）',
    voucher: '凭证号',
    payee: '收款人全称',
    purpose: '摘要',
    moneyUnit: '元',
  })
})

test('payments are read in 元; what cannot be read is named with its line', () => {
  const headings = LIST[1]?.cells ?? []
  const list = readPayments({ headings, rows: LIST.slice(2) }, guessMapping(headings, null))
  expect(list.payments.map(({ line, paidOn, amount }) => [line, paidOn, amount])).toEqual([
    [3, '2021-03-05', '120000.00'],
    [4, '2021-07-09', '85000'],
  ])
  expect(list.refused).toEqual([
    { line: 5, code: 'date-unreadable', text: '三月五日' },
    { line: 6, code: 'amount-unreadable', text: '12.34.5' },
    { line: 7, code: 'project-missing', text: '退回' },
  ])
})

test('a remembered heading is found again after its column moved', () => {
  const remembered: PaymentMapping = {
    project: '支出事项',
    paidOn: '入账日',
    amount: '本币',
    voucher: null,
    payee: null,
    purpose: null,
    moneyUnit: '万元',
  }
  const moved = rows(['本币', '入账日', '支出事项'], ['3.2', '2021.4.1', '校园信息化运行维护'])
  expect(findHead(moved, null)).toBeNull()
  expect(findHead(moved, remembered)).toBe(0)
  const mapping = guessMapping(moved[0]?.cells ?? [], remembered)
  expect(readPayments({ headings: moved[0]?.cells ?? [], rows: moved.slice(1) }, mapping).payments).toMatchObject([
    { amount: '32000', paidOn: '2021-04-01', project: '校园信息化运行维护' },
  ])
})

test('a list in 万元 says so in its heading', () => {
  expect(guessMapping(['日期', '金额（万元）'], null)).toMatchObject({ amount: '金额（万元）', moneyUnit: '万元' })
})
