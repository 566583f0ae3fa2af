import { expect, test } from 'vitest'
import { pdfFile } from '../../understand/testing/grid-pdf.ts'
import { outline, readWell } from '../testing/sample-files.ts'

const FORM = `
项目支出绩效目标表
一级指标|二级指标|三级指标|指标值|分值
产出指标|数量指标|巡检次数|≥12次|20
^|质量指标|完好率|≥98%|20
^|时效指标|响应时间|≤30分钟|20
^|成本指标|总成本|≤86万元|10
效益指标|社会效益指标|业务上云率|≥80%|10
^|可持续影响指标|制度健全性|健全|10
`

test('without borders rows and columns are where the text stands, labels of groups in their first row', async () => {
  const { blocks } = await readWell(pdfFile(FORM, 'bare'), '表.pdf')
  expect(outline(blocks)).toEqual([
    '项目支出绩效目标表',
    [
      '一级指标 | 二级指标 | 三级指标 | 指标值 | 分值',
      '产出指标 | 数量指标 | 巡检次数 | ≥12次 | 20',
      ' | 质量指标 | 完好率 | ≥98% | 20',
      ' | 时效指标 | 响应时间 | ≤30分钟 | 20',
      ' | 成本指标 | 总成本 | ≤86万元 | 10',
      '效益指标 | 社会效益指标 | 业务上云率 | ≥80% | 10',
      ' | 可持续影响指标 | 制度健全性 | 健全 | 10',
    ],
  ])
})

test('labels in the middle of groups of two and three rows cover them, whatever their row would be', async () => {
  const form = `
项目名称|<|<|校园网络运维|<|<
项目单位|<|<|青溪县电教站|金额|86万元
主管部门|<|<|青溪县教育局|年度|2024年
一级指标|二级指标|三级指标|指标值|分值|偏差原因
产出指标|数量指标|巡检次数|≥12次|10|
^|^|维护设备|≥30台|10|备件到货晚
^|质量指标|完好率|≥98%|20|
效益指标|社会效益指标|平台上云率|≥80%|30|
^|^|故障投诉|≤3起|10|
^|可持续影响指标|制度健全性|健全|10|
小计|<|<||90|
满意度指标|服务对象满意度指标|师生满意度|≥90%|10|
`
  const { blocks } = await readWell(pdfFile(form, 'bare'), '表.pdf')
  expect(outline(blocks).at(-1)).toEqual([
    '一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 | 偏差原因',
    '产出指标 | 数量指标 | 巡检次数 | ≥12次 | 10 | ',
    ' |  | 维护设备 | ≥30台 | 10 | 备件到货晚',
    ' | 质量指标 | 完好率 | ≥98% | 20 | ',
    '效益指标 | 社会效益指标 | 平台上云率 | ≥80% | 30 | ',
    ' |  | 故障投诉 | ≤3起 | 10 | ',
    ' | 可持续影响指标 | 制度健全性 | 健全 | 10 | ',
    ' | 小计 |  |  | 90 | ',
    '满意度指标 | 服务对象满意度指标 | 师生满意度 | ≥90% | 10 | ',
  ])
})

test('a table made out by position says so, one with borders does not', async () => {
  const [bare, ruled] = [
    await readWell(pdfFile(FORM, 'bare'), '表.pdf'),
    await readWell(pdfFile(FORM, 'ruled'), '表.pdf'),
  ]
  const told = [bare, ruled].map(({ blocks }) => blocks.some((block) => block.kind === 'table' && block.byPosition))
  expect(told).toEqual([true, false])
})

test('a text broken by its column stays one cell', async () => {
  const form = `
一级指标|指标名称|指标值|数据来源|分值
产出指标|保障校园网络与教务系统等平台全年稳定运行的程度|≥99%|平台日志|50
满意度指标|师生满意度|≥95%|问卷|50
合计|||共两项|100
`
  const { blocks } = await readWell(pdfFile(form, 'bare'), '表.pdf')
  expect(outline(blocks)[0]?.[1]).toBe(
    '产出指标 | 保障校园网络与教务系统等平台全年稳定运行的程度 | ≥99% | 平台日志 | 50',
  )
})

test('the longest text of each column keeps its neighbour in a cell of its own', async () => {
  const form = `
一级指标|二级指标|三级指标|指标值|分值
产出指标|数量指标|展览场次|≥12场|20
^|^|惠民演出场次|≥40场|20
^|质量指标|设施完好率|≥98%|20
^|时效指标|开放时间公示及时率|全年每月5日前公示|20
满意度指标|服务对象满意度指标|观众满意度|≥92%|10
`
  const { blocks } = await readWell(pdfFile(form, 'tight'), '表.pdf')
  expect(outline(blocks)[0]?.slice(1)).toEqual([
    '产出指标 | 数量指标 | 展览场次 | ≥12场 | 20',
    ' |  | 惠民演出场次 | ≥40场 | 20',
    ' | 质量指标 | 设施完好率 | ≥98% | 20',
    ' | 时效指标 | 开放时间公示及时率 | 全年每月5日前公示 | 20',
    '满意度指标 | 服务对象满意度指标 | 观众满意度 | ≥92% | 10',
  ])
})
