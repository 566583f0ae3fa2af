import { parseCellAddress } from '@shiji/kernel/form/cell-address'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  form: { zh: '整份表', en: 'the whole form' },
  row: { zh: '第 {row} 行 {name}', en: 'row {row} {name}' },
  target: { zh: '指标值', en: 'target' },
  level3: { zh: '三级指标', en: 'indicator' },
  weight: { zh: '权重', en: 'weight' },
} as const

type Row = { readonly position: number; readonly name: string }

/** A place of the declaration in words: 第 3 行 巡检次数 · 指标值. */
export function useCellName(rows: readonly Row[]): (place: string) => string {
  const say = useWords(WORDS)
  return (place) => {
    const address = parseCellAddress(place)
    if (address === null || !('index' in address)) return place === 'form' ? say('form') : place
    const name = address.list === 'indicators' ? (rows.at(address.index)?.name ?? '') : ''
    const row = say('row', { row: address.index + 1, name }).trim()
    if (address.kind === 'row') return row
    const { column } = address
    const known = column === 'target' || column === 'level3' || column === 'weight'
    return known ? `${row} · ${say(column)}` : row
  }
}
