import type { ReviewOpinion } from '@shiji/kernel/form/form-content'
import { fold } from '../cells/cell-text.ts'
import { filledCells, type SheetRow } from '../cells/sheet.ts'

const REVIEWER = /^(.{2,20}?)(?:审核|审批|复核)?意见$/
const SIGNER = /审核人[^:：]{0,12}[:：]/
const DATE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/
const EMPTY_DATE = /\s*年\s*月\s*日\s*$/

/** 区财政业务科审核意见 | 审核人（盖章）： 年 月 日 → one step of the review chain. */
export function readReviewRow(row: SheetRow): ReviewOpinion | null {
  const cells = filledCells(row)
  const at = cells.findIndex(({ text }) => REVIEWER.test(fold(text)) && fold(text) !== '审核意见')
  const [, reviewer] = REVIEWER.exec(fold(cells[at]?.text ?? '')) ?? []
  if (reviewer === undefined || cells.length > at + 2) return null
  const text = cells[at + 1]?.text ?? ''
  if (!SIGNER.test(text) && text !== '' && cells.length > 2) return null
  const [opinion = '', signed = ''] = SIGNER.test(text) ? text.split(SIGNER, 2) : [text, '']
  const [dated, year, month = '', day = ''] = DATE.exec(signed) ?? []
  const date = year === undefined ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const signer = (dated === undefined ? signed.replace(EMPTY_DATE, '') : signed.replace(dated, '')).trim()
  return { reviewer, opinion: opinion.trim(), signer, date }
}
