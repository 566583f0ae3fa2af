import { expect, test } from 'vitest'
import { type Grid, mergedDocument, pastedDocument } from './testing/grid-document.ts'
import { understandForms } from './understand-forms.ts'

const WAYS = [
  ['with its merges', mergedDocument],
  ['pasted', pastedDocument],
] as const

const TITLES_OVER_KINDS: Grid = `
农村公路养护项目绩效目标表（2025年度）
项目名称|农村公路养护|<|预算单位|公路管理所
预算金额（元）|1860000|<|其中财政拨款（元）|1860000
一、产出指标（50分）|<|<|<|<
序号|指标名称|指标类型|目标值|分值
1|日常养护里程|数量指标|186公里|20
2|优良路率|质量指标|不低于85%|15
二、效益指标（30分）|<|<|<|<
序号|指标名称|指标类型|目标值|分值
3|受益行政村|社会效益指标|52个|30
`

test.each(WAYS)('a title over each part is its level 1, the kind behind a name its level 2: %s', (_, documentOf) => {
  const [form] = understandForms(documentOf(TITLES_OVER_KINDS), [])
  expect(form?.indicators.map(({ level1, level2, level3, target }) => [level1, level2, level3, target])).toEqual([
    ['产出指标', '数量指标', '日常养护里程', '186公里'],
    ['产出指标', '质量指标', '优良路率', '不低于85%'],
    ['效益指标', '社会效益指标', '受益行政村', '52个'],
  ])
})

test.each(WAYS)('指标类型 that tells 定量 from 定性 is no level: %s', (_, documentOf) => {
  const grid = TITLES_OVER_KINDS.replaceAll(/数量指标|质量指标|社会效益指标/g, '定量')
  const [form] = understandForms(documentOf(grid), [])
  expect(form?.indicators.map(({ level2 }) => level2)).toEqual(['', '', ''])
})

const yearly = (years: string) => `
项目绩效目标申报表
申报年度：2025
项目名称|健康体检|<|<|<|<
一级指标|二级指标|三级指标|目标值|<|<
^|^|^|${years}
产出指标|数量指标|体检人数|≥3万人|≥4万人|≥5万人
满意度指标|服务对象满意度|居民满意度|≥85%|≥88%|≥90%
`

test.each([
  ['2025年|2026年|2027年', ['≥3万人', '≥85%'], false],
  ['2024年|2025年|2026年', ['≥4万人', '≥88%'], false],
  ['2021年|2022年|2023年', ['≥3万人', '≥85%'], true],
  ['第一年|第二年|第三年', ['≥3万人', '≥85%'], true],
])('of the columns %s the one of the form counts, else a person must choose', (years, targets, doubted) => {
  const [form] = understandForms(mergedDocument(yearly(years)), [])
  expect(form?.indicators.map(({ target }) => target)).toEqual(targets)
  const codes = form?.indicators.map(({ doubts }) => doubts.map(({ code }) => code))
  expect(codes).toEqual(targets.map(() => (doubted ? ['target-of-which-year'] : [])))
})

const WIDE_HEAD: Grid = `
校园监控设备采购绩效自评表（2024年度）
单位：元
项目名称|<|监控设备采购|<|实施单位|青禾中学|<
预算执行情况（10分）|<|预算下达数|实际支出数|支出率|得分|未完成原因
^|<|450000|438600|97.47%|9.75|招标结余
指标|<|指标名称|目标|完成|权重|得分
产出|数量|采购摄像机|120台|120台|60|60
效益|社会效益|安全事件下降率|≥20%|18%|30|27
`

test('one wide 指标 lies over both levels, a reason beside figures does not hide them', () => {
  const [form] = understandForms(mergedDocument(WIDE_HEAD), [])
  expect(form?.money).toMatchObject({ fullYear: '450000', executed: '438600' })
  expect(form?.indicators.map(({ level1, level2, target, actual }) => [level1, level2, target, actual])).toEqual([
    ['产出', '数量', '120台', '120台'],
    ['效益', '社会效益', '≥20%', '18%'],
  ])
})

const GOALS_IN_CELLS: Grid = `
2025年县本级项目支出绩效目标批复表
单位：万元
序号|项目名称|预算金额|年度目标|产出指标|效益指标|满意度指标
1|技能提升培训|86.5|开展培训|1.培训人数≥800人；2.合格率不低于90%；3.12月底前完成|培训后就业率≥60%|学员满意度≥95%
2|岗位补贴|120|兜底安置|安置人数150人；补贴标准1800元/人·月|零就业家庭动态清零|
合计||206.5||||
`

test.each(WAYS)(
  'a list with all promises of a level in one cell is taken apart, each with a doubt: %s',
  (_, documentOf) => {
    const forms = understandForms(documentOf(GOALS_IN_CELLS), [])
    expect(forms.map(({ project, year, money }) => [project, year, money.yearBudget])).toEqual([
      ['技能提升培训', 2025, '86.5'],
      ['岗位补贴', 2025, '120'],
    ])
    const rows = forms.flatMap(({ indicators }) => indicators)
    expect(rows.map(({ level1, level3, target }) => [level1, level3, target].join(' '))).toEqual([
      '产出指标 培训人数 ≥800人',
      '产出指标 合格率 不低于90%',
      '产出指标  12月底前完成',
      '效益指标 培训后就业率 ≥60%',
      '满意度指标 学员满意度 ≥95%',
      '产出指标 安置人数 150人',
      '产出指标 补贴标准 1800元/人·月',
      '效益指标  零就业家庭动态清零',
    ])
    expect(rows.every(({ doubts }) => doubts.some(({ code }) => code === 'indicator-in-text'))).toBe(true)
  },
)
