import { decimal } from '../decimal.ts'
import type { CostLine, FormContent, IndicatorRow, Safeguard, SubProject } from '../form/form-content.ts'
import type { FormTemplate } from '../form/form-template.ts'

/** Invented forms for tests: a declaration that gives no occasion for a finding, changed in one thing. */
export function inventForm(changes: Partial<FormContent> = {}): FormContent {
  return {
    template: 'generic',
    edition: null,
    stage: 'declaration',
    year: 2021,
    moneyUnit: '元',
    project: '青岚区政务服务大厅叫号设备(运维)',
    unit: '青岚区政务服务中心',
    fields: {},
    money: {},
    lines: [],
    parts: [],
    indicators: [inventRow()],
    safeguards: [],
    schedule: [],
    priorEvaluations: [],
    reviews: [],
    revisions: [],
    totals: null,
    doubts: [],
    ...changes,
  }
}

export function inventRow(changes: Partial<IndicatorRow> = {}): IndicatorRow {
  return {
    level1: '产出指标',
    level2: '质量指标',
    level3: '设备完好情况',
    target: '≥95%',
    remark: null,
    weight: null,
    actual: null,
    score: null,
    reason: null,
    part: null,
    doubts: [],
    rawCells: [],
    line: null,
    ...changes,
  }
}

/** A self-evaluation of one row of 90 points beside the 10 of execution. */
export function inventEvaluation(
  rows: readonly Partial<IndicatorRow>[],
  changes: Partial<FormContent> = {},
): FormContent {
  const indicators = rows.map((row) => inventRow({ actual: '97%', ...row }))
  return inventForm({ stage: 'self-evaluation', indicators, ...changes })
}

export function inventLine(changes: Partial<CostLine> = {}): CostLine {
  return {
    project: '青岚区政务服务大厅叫号设备(运维)',
    content: '运维服务',
    item: '叫号设备年度维护',
    amount: decimal('12000'),
    unitPrice: decimal('12000'),
    unitPriceBasis: '2020年合同',
    quantity: decimal('1'),
    quantityBasis: '1年',
    remark: null,
    line: null,
    ...changes,
  }
}

export function inventPart(changes: Partial<SubProject> = {}): SubProject {
  return {
    name: '叫号设备年度维护',
    amount: decimal('12000'),
    amountText: '12,000.00',
    fields: {},
    line: null,
    ...changes,
  }
}

export function inventSafeguard(changes: Partial<Safeguard> = {}): Safeguard {
  return {
    category: '项目管理制度',
    document: '信息化项目管理办法',
    measure: '按办法执行。',
    phases: { 实施阶段: true },
    line: null,
    ...changes,
  }
}

export function inventTemplate(changes: Partial<FormTemplate> = {}): FormTemplate {
  return {
    id: 'INVENTED',
    edition: '2021',
    name: { zh: '虚构申报表', en: 'Invented declaration' },
    place: 'cn',
    stage: 'declaration',
    validFrom: '2021-01-01',
    validTo: null,
    moneyUnit: '元',
    titles: ['虚构申报表'],
    tree: [],
    fields: [],
    money: [],
    columns: {},
    checks: [],
    page: { widthMm: 210, heightMm: 297, marginsMm: { top: 20, right: 20, bottom: 20, left: 20 } },
    styles: {},
    blocks: [{ kind: 'page-break' }],
    ...changes,
  }
}
