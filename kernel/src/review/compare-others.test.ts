import { describe, expect, test } from 'vitest'
import type { LibraryEntry } from '../library/library-pack.ts'
import { NameWords } from '../library/name-words.ts'
import { makeNameReader } from '../library/read-name.ts'
import { inventForm, inventRow } from '../lint/form-builder.ts'
import { compareOthers } from './compare-others.ts'

const reader = makeNameReader(NameWords.parse({ synonyms: [], fillers: [], bracketUnits: [], facets: [] }))

const entry = (level3: string, synonyms: string[], targets: string[]): LibraryEntry => ({
  ...{ id: `entry.${targets.length}`, services: ['operations'], level1: '产出指标', level2: '质量指标', level3 },
  ...{ synonyms, unit: '%', direction: 'higher', targets, measure: null, weight: null, remark: '按月' },
})
const form = (project: string, ...rows: [string, string][]) =>
  inventForm({ project, indicators: rows.map(([level3, target]) => inventRow({ level3, target })) })

const LIBRARY = [entry('设备完好率', ['设备完好比例'], ['≥98%', '≥95%'])]
const SISTERS = ['甲', '乙', '丙', '丁'].map((name, at) =>
  form(name, ['设备完好率', `≥9${at}%`], ['巡检次数', '≥12次']),
)

describe('a row beside the library and sister projects', () => {
  test.each([
    ['设备完好率', '设备完好率', ['甲', '乙', '丙']],
    ['设备完好比例', '设备完好率', []],
    ['巡检次数', null, ['甲', '乙', '丙']],
    ['培训人次', null, []],
    ['', null, []],
  ])('%s', (name, inLibrary, projects) => {
    const [found] = compareOthers(form('本项目', [name, '≥99%']), { library: LIBRARY, sisters: SISTERS, reader })
    expect(found?.library?.name ?? null).toBe(inLibrary)
    expect(found?.sisters.map(({ project }) => project)).toEqual(projects)
  })

  test('shows their targets', () => {
    const [found] = compareOthers(form('本项目', ['设备完好率', '≥99%']), {
      library: LIBRARY,
      sisters: SISTERS,
      reader,
    })
    expect(found?.library?.targets).toEqual(['≥98%', '≥95%'])
    expect(found?.sisters).toContainEqual({ project: '乙', target: '≥91%' })
  })
})
