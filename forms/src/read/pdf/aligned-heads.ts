import type { AlignedRow } from './aligned-rows.ts'

/** Words that stand over columns; no row of data holds two of them. */
const HEAD_WORD =
  /^(?:[一二三四]级(?:绩效)?(?:指标|目标)(?:名称)?|指标名称|.{0,8}(?:指标值|目标值|完成值|实际值|预算数|执行数|执行率|分值|权重|得分))(?:[(（].{1,10}[)）])?$/
const FEWEST_WORDS = 2

const FIGURE = /^-?[\d.,]+%?$/

/** Rows that are heads: groups end above them and begin below. */
export function headRows(rows: readonly AlignedRow[]): readonly number[] {
  return rows.flatMap(({ blocks }, at) => {
    const texts = blocks.flatMap(({ text }) => text.split(' '))
    const words = texts.filter((text) => HEAD_WORD.test(text)).length
    return words >= FEWEST_WORDS && !texts.some((text) => FIGURE.test(text)) ? [at] : []
  })
}
