import type { FormContent } from '@shiji/kernel/form/form-content'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import { expect, test } from 'vitest'
import { mergedDocument, pastedDocument } from '../testing/grid-document.ts'
import { understandForms } from '../understand-forms.ts'

const templates = loadFormTemplates()

function readDeclaration(rows: string): FormContent {
  return readAll(declaration('滨江集中办公点运维', rows))[0] ?? expect.unreachable('no form was read')
}

function readAll(grid: string): FormContent[] {
  return understandForms(pastedDocument(grid), templates)
}

function declaration(project: string, rows: string): string {
  return `
    财政项目支出绩效目标申报表
    (2020)年度
    申报单位名称：滨江市机关事务中心
    项目名称*：|${project}|项目类别*：|经常性专项业务费
    计划开始日期*：|2020-01-01|计划完成日期*：|2020-12-31
    联系人*：|林知夏|联系电话*：|021-5550-0101
    项目概况*：|机房由中心统一管理。||
    立项依据*：|办公点投入使用。||
    项目设立的必要性*：|保障办公。||
    保证项目实施的制度、措施*：|按合同考核。||
    项目实施计划*：|按月巡检。||
    项目总预算（元）：|300,000.00|项目当年预算（元）：|300,000.00
    子项目名称||预算金额（元）|
    机房运维||300,000.00|
    2020年绩效目标|||
    一级目标|二级目标|三级目标|指标目标值
    ${rows.trim()}
  `
}

function rowsOf(form: FormContent) {
  return form.indicators.map(({ level1, level2, level3, target, doubts }) => [
    `${level1}/${level2}/${level3}`,
    target,
    doubts.map(({ code }) => code).join(),
  ])
}

test('a sound table is read without a doubt', () => {
  const form = readDeclaration(`
    产出目标|数量|设备巡检次数|>=12次
    |质量|巡检报告合格率|=100%
    ||故障解决率|>=98%
    效果目标|社会效益|业务中断次数|全年<=2次`)

  expect(form.template).toBe('CN-SH-MUNICIPAL-DECLARATION')
  expect(rowsOf(form)).toEqual([
    ['产出目标/数量/设备巡检次数', '>=12次', ''],
    ['产出目标/质量/巡检报告合格率', '=100%', ''],
    ['产出目标/质量/故障解决率', '>=98%', ''],
    ['效果目标/社会效益/业务中断次数', '全年<=2次', ''],
  ])
})

test('rows that slid one or two columns to the left are put back by what their cells say', () => {
  const form = readDeclaration(`
    投入与管理|实施管理|合同管理完备性|完备
    供应商资料齐全程度||符合|
    |验收资料完整性|规范、完整|
    资产管理|设备入库及时性|及时|
    效果目标|社会效益|业务中断次数|全年<=2次
    |抢修及时率|=100%|
    满意度|入驻单位满意度|>=95%|`)

  expect(rowsOf(form)).toEqual([
    ['投入与管理/实施管理/合同管理完备性', '完备', ''],
    ['投入与管理/实施管理/供应商资料齐全程度', '符合', 'shifted-left'],
    ['投入与管理/实施管理/验收资料完整性', '规范、完整', 'shifted-left'],
    ['投入与管理/资产管理/设备入库及时性', '及时', 'shifted-left'],
    ['效果目标/社会效益/业务中断次数', '全年<=2次', ''],
    ['效果目标/社会效益/抢修及时率', '=100%', 'shifted-left'],
    ['效果目标/满意度/入驻单位满意度', '>=95%', 'shifted-left'],
  ])
  expect(form.indicators[1]?.rawCells).toEqual(['供应商资料齐全程度', '', '符合', ''])
})

test('a row that slid to the right keeps its name and says that its target is lost', () => {
  const form = readDeclaration(`
    产出目标|质量|年度考核|合格
    ||时效|提交运维报告完成率
    影响力目标|人力资源|驻场人员数量|>=3人`)

  expect(rowsOf(form)[1]).toEqual(['产出目标/时效/提交运维报告完成率', '', 'shifted-right-value-lost'])
})

test('labels that the next page prints are given to the rows above them', () => {
  const form = readDeclaration(`
    |投入管理|预算执行率|>=95%
    ||资金到位率|=100%
    ---
    投入与管理|财务管理|监控有效性|有效`)

  expect(rowsOf(form)).toEqual([
    ['投入与管理/投入管理/预算执行率', '>=95%', 'level-label-late'],
    ['投入与管理/投入管理/资金到位率', '=100%', 'level-label-late'],
    ['投入与管理/财务管理/监控有效性', '有效', ''],
  ])
})

test('sister forms of the same file decide where a label slipped by a row', () => {
  const sound = `
    效果目标|经济效益|运维响应时间|<=10分钟
    ||机房日常巡检|每天至少2次
    |社会效益|紧急故障处理率|=100%`
  const early = `
    效果目标|经济效益|运维响应时间|<=10分钟
    |社会效益|机房日常巡检|每天至少2次
    ||紧急故障处理率|=100%`
  const grid = [declaration('一号楼运维', sound), declaration('二号楼运维', early), declaration('三号楼运维', sound)]
  const forms = readAll(grid.join('\n'))

  expect(forms.map(({ project }) => project)).toEqual(['一号楼运维', '二号楼运维', '三号楼运维'])
  expect(rowsOf(forms[1] ?? expect.unreachable())).toEqual([
    ['效果目标/经济效益/运维响应时间', '<=10分钟', ''],
    ['效果目标/经济效益/机房日常巡检', '每天至少2次', 'level-label-early'],
    ['效果目标/社会效益/紧急故障处理率', '=100%', ''],
  ])
  expect(forms.flatMap(({ indicators }) => indicators.flatMap(({ doubts }) => doubts))).toHaveLength(1)
})

test('a name that speaks of the label nobody printed moves its row and makes the next ones suspect', () => {
  const form = readDeclaration(`
    产出目标|数量|设备巡检次数|>=12次
    |质量|年度考核|合格
    |时效|报告提交及时性|及时
    效果目标|经济效益|运维成本合理性|合理
    ||运维响应时间|<=10分钟
    |社会效益|业务中断次数|全年<=2次`)

  expect(rowsOf(form).slice(3)).toEqual([
    ['产出目标/成本/运维成本合理性', '合理', 'level-label-early'],
    ['效果目标/经济效益/运维响应时间', '<=10分钟', 'level-suspect'],
    ['效果目标/社会效益/业务中断次数', '全年<=2次', ''],
  ])
})

const SELF_EVALUATION = `
  财政项目支出绩效自评表||||||||
  (2021 年度)||||||||
  项目名称|教育网络运行经费|||||||
  主管部门|滨江市教育局|||实施单位|滨江市教育信息中心|||
  项目资金 (元)||年初预算数|全年预算数|全年执行数|分值|执行率|得分|
  |年度资金总额|.00|5760000.00|5,696,000|10|98.89%|9.89|
  |其中：当年财政拨款|0|5760000|5696000|—|||
  |上年结转资金|0|0||—|||
  |其他资金|0|0||—|||
  年度 总体 目标|预算目标|||实际完成情况||||
  |网络稳定运行。|||全年稳定运行。||||`

test('a self-evaluation torn by a page keeps its rows: lost column, broken name, cells run together', () => {
  const [form] = understandForms(
    pastedDocument(`${SELF_EVALUATION}
      产出指标|一级指标|二级指标|三级指标|年度 指标值|实际 完成值|分值|得分
      ||数量指标|网络接入学校覆 盖率|=100%|=100%|15|15
      ||质量指标|线路验收合格率|=100%|=100%|20|20
      ||时效指标|报修及时处理率|>=98%|>=98%|15|15
      ||校园网络运行稳定||稳定运行|全年运行稳定|5|5
      ---
      ||性||||
      绩效指标 效益指标|社会效益指标|网络教研活动开展情况|广泛开展|已开展|25|25
      满意度指标|服务对象满意度指标|学校满意度|>=95%|96%|10|9 调查样本偏少
      总分|||||100|98.89`),
    templates,
  )

  expect(form?.template).toBe('CN-SH-MUNICIPAL-SELF-EVALUATION')
  expect(rowsOf(form ?? expect.unreachable())).toEqual([
    ['产出指标/数量指标/网络接入学校覆 盖率', '=100%', 'space-in-name,level-in-head'],
    ['产出指标/质量指标/线路验收合格率', '=100%', 'level-in-head'],
    ['产出指标/时效指标/报修及时处理率', '>=98%', 'level-in-head'],
    ['效益指标/社会效益指标/校园网络运行稳定性', '稳定运行', 'shifted-left,name-split,level-label-late'],
    ['效益指标/社会效益指标/网络教研活动开展情况', '广泛开展', 'columns-differ,label-merged'],
    ['满意度指标/服务对象满意度指标/学校满意度', '>=95%', 'columns-differ,score-reason-split'],
  ])
  expect(form?.indicators.at(-1)).toMatchObject({ weight: '10', score: '9', reason: '调查样本偏少' })
  expect(form?.money).toMatchObject({
    initial: '0.00',
    executed: '5696000',
    rate: '98.89',
    'otherFunds.executed': null,
  })
  expect(form?.totals).toEqual({ weight: '100', score: '98.89' })
})

test('a time limit in the place of the name is named, not filled', () => {
  const form = readDeclaration(`
    产出目标|数量|部署学校数|24所
    |时效|一年内|完成`)

  expect(rowsOf(form)[1]).toEqual(['产出目标/时效/一年内', '完成', 'name-missing'])
})

test('a row that slid inside a Word file is put back too', () => {
  const rows = `
    产出目标|数量|设备巡检次数|>=12次
    ^|巡检报告合格率|=100%|`
  const [form] = understandForms(mergedDocument(declaration('滨江运维', rows)), templates)

  expect(rowsOf(form ?? expect.unreachable())[1]).toEqual(['产出目标/数量/巡检报告合格率', '=100%', 'shifted-left'])
})

test('a file that tells its merges is taken at its word', () => {
  const rows = `
    效果目标|经济效益|运维成本合理性|合理
    ^|^|机房日常巡检|每天至少2次
    ^|满意度|满意度|`
  const [form] = understandForms(mergedDocument(declaration('滨江运维', rows)), templates)

  expect(rowsOf(form ?? expect.unreachable())).toEqual([
    ['效果目标/经济效益/运维成本合理性', '合理', ''],
    ['效果目标/经济效益/机房日常巡检', '每天至少2次', ''],
    ['效果目标/满意度/满意度', '', ''],
  ])
})
