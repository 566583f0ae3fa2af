import { type Decimal, decimal, minimum, subtract } from '@shiji/kernel/decimal'
import { approve, DECLARATION, makeBureau, type TestBureau } from './test-declarations.ts'
import { change, editForm } from './test-forms.ts'
import { type Answer, type Colleague, fileForm } from './test-office.ts'

/** What was reached by the end of the year on the declaration of the example, by 三级指标. */
export const REACHED: Readonly<Record<string, string>> = {
  巡检次数: '12次',
  骨干网络可用率: '99.6%',
  故障响应时间: '1.5小时',
  运维成本控制率: '97%',
  重大网络安全事件: '0次',
  机房能耗下降率: '3.1%',
  运维档案归档率: '100%',
  学校满意度: '96%',
  检修教室数: '600间',
  一次修复率: '91%',
  报修修复时间: '1个工作日',
  单间维修成本: '1100元',
  教室设备完好率: '98.5%',
  备品备件保障: '及时',
  教师满意度: '95%',
}

/** Fifteen promises of six points, and one row that promises nothing. */
const WEIGHED = DECLARATION.indicators.map((row) => ({ ...row, weight: decimal(row.level3 === '无' ? '0' : '6') }))

export type Evaluating = TestBureau & { readonly self: { readonly id: string; readonly version: number } }

/** An approved declaration with its money, and its self-evaluation opened in January. */
export async function openSelfEvaluation(name = DECLARATION.project): Promise<Evaluating> {
  const bureau = await makeBureau({ indicators: WEIGHED, project: name }, '2022-01-20T02:00:00Z')
  await approve(bureau)
  await grant(bureau)
  const { body: self } = await bureau.ask(bureau.contact, 'self-evaluation')
  return { ...bureau, self }
}

async function grant({ contact, form }: TestBureau): Promise<void> {
  const entry = { year: 2021, kind: 'initial', source: 'own', amount: '1800000', decidedOn: '2021-01-15' }
  await contact.ask('POST', `/projects/${form.projectId}/money`, { body: { ...entry, documentId: null } })
  const list = '支付日期,金额,摘要\n2021-11-30,1780000,服务费'
  const { body: document } = await contact.ask('POST', '/documents', {
    body: fileForm('支付.csv', new TextEncoder().encode(list)),
  })
  const { body } = await contact.ask('POST', '/performance/payment-lists/readings', {
    body: { documentId: document.id },
  })
  const asking = { documentId: document.id, mapping: body.mapping, projectId: form.projectId }
  await contact.ask('POST', '/performance/payment-lists', { body: asking })
}

/** Writes what was reached in every row, except where `changes` says otherwise; answers the edited form. */
export async function fillIn(
  { contact, self }: Pick<Evaluating, 'contact' | 'self'>,
  changes: Readonly<Record<string, { actual?: string; reason?: string; score?: string }>> = {},
): Promise<Answer> {
  const { body: form } = await contact.ask('GET', `/forms/${self.id}`)
  const edits = (form.content.indicators as { level3: string }[]).flatMap(({ level3 }, index) => {
    // The band of words is chosen by a score.
    const words = level3 === '备品备件保障' ? { score: '6' } : {}
    const { actual = REACHED[level3], reason, score } = { ...words, ...changes[level3] }
    const at = (column: string) => `indicators[${index}].${column}`
    return [
      ...(actual === undefined ? [] : [change(at('actual'), '', actual)]),
      ...(reason === undefined ? [] : [change(at('reason'), '', reason)]),
      ...(score === undefined ? [] : [change(at('score'), '', score)]),
    ]
  })
  return editForm(contact, form, edits)
}

/** Sent through the desks of its place. */
export function handIn(
  who: Colleague,
  form: { readonly id: string; readonly version: number },
  statement = '',
): Promise<Answer> {
  return who.ask('POST', `/self-evaluations/${form.id}/submissions`, { body: { version: form.version, statement } })
}

/** Longer than any chain of the packs. */
const MOST_DESKS = 6

/** Every desk agrees, until nobody is asked any more. */
export async function accept({ reviewer, self }: Pick<Evaluating, 'reviewer' | 'self'>): Promise<void> {
  for (let desk = 0; desk < MOST_DESKS; desk += 1) {
    const { body } = await reviewer.ask('GET', '/tasks?box=waiting')
    const row = body.rows.find(({ subjectId }: { subjectId: string }) => subjectId === self.id)
    if (row === undefined) return
    const act = { verb: 'agree', task: row.task, opinion: '数据属实' }
    await reviewer.ask('POST', `/cases/${row.caseId}/acts`, { body: { act } })
  }
}

/** A year that is over: everything was reached as promised, handed in, and every desk agreed. */
export async function openAcceptedEvaluation(): Promise<Evaluating> {
  const office = await openSelfEvaluation()
  const { body: form } = await fillIn(office)
  await handIn(office.contact, form)
  await accept(office)
  return office
}

/** 重点评价: one expert for each total, given to the parts of the place from the first on. */
export async function scoreByExperts(
  { reviewer, self }: Pick<Evaluating, 'reviewer' | 'self'>,
  totals: readonly string[],
  opinion = '评价意见',
): Promise<Answer> {
  const { body: rules } = await reviewer.ask('GET', `/self-evaluations/${self.id}/key-evaluation-rules`)
  const weights = (rules.parts as { weight: string }[]).map(({ weight }) => decimal(weight))
  const experts = totals.map((total, at) => ({ expert: `专家${at + 1}`, points: spread(decimal(total), weights) }))
  return reviewer.ask('POST', `/self-evaluations/${self.id}/re-evaluations`, {
    body: { kind: 'key', experts, opinion },
  })
}

function spread(total: Decimal, weights: readonly Decimal[]): Decimal[] {
  let left = total
  return weights.map((weight) => {
    const given = minimum(left, weight)
    left = subtract(left, given)
    return given
  })
}
