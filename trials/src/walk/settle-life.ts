import type { FormContent } from '@shiji/kernel/form/form-content'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { loadExamples } from '@shiji/packs/load-packs'
import type { AnswerBody } from '@shiji/server/testing/answer-body'
import { openSession, type Sitter } from '../office/found-office.ts'
import { type Harvest, harvest } from './id-kinds.ts'
import { goThroughAssets } from './settle-assets.ts'
import { goThroughContracts } from './settle-contracts.ts'
import { goThroughMail, goThroughServiceDesk } from './settle-desk.ts'
import { goThroughDirectory } from './settle-directory.ts'
import { goThroughDuty } from './settle-duty.ts'
import { goThroughEvidence, sealAndCheck } from './settle-evidence.ts'
import { goThroughFlows, goThroughReview } from './settle-flows.ts'
import { goThroughChannels, goThroughInbox } from './settle-inbox.ts'
import { goThroughMeters } from './settle-meters.ts'
import { goThroughRegulations } from './settle-regulations.ts'
import { goThroughUpkeep } from './settle-upkeep.ts'
import { goThroughWatch } from './settle-watch.ts'
import type { WalkWorld } from './walk-world.ts'
import { ask } from './walker.ts'

type Site = Pick<WalkWorld, 'app' | 'db' | 'routes' | 'kinds' | 'entered'>
type People = {
  readonly contact: Sitter
  readonly reviewer: Sitter & { readonly password: string }
  readonly everybody: Sitter
  /** Sits with the district, over every unit that is evaluated. */
  readonly expert: Sitter
}
type Run = (name: string, input: object, who?: keyof People) => Promise<AnswerBody>

const YEAR = 2021
const PAYMENTS = '支付日期,金额,摘要\n2021-06-30,1780000,服务费'

/** One promise through its whole life by two people, because nobody decides on their own work. */
export async function settleLife(site: Site, people: People, into: Harvest): Promise<void> {
  const { password } = people.reviewer
  const run: Run = async (name, input, who = 'contact') => {
    const route = site.routes.find((one) => one.name === name)
    if (route === undefined) throw new Error(`no route ${name}`)
    const cookie = await openSession(site.db, people[who].personId)
    const answer = await ask(site.app, route, { input, cookie })
    if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${answer.text}`)
    site.entered.add(name)
    const { outputSchema } = route.procedure['~orpc']
    if (answer.type !== 'application/json' || outputSchema === undefined) return null
    const reply = JSON.parse(answer.text)
    harvest(outputSchema as never, reply, site.kinds, into)
    return reply
  }
  const form = await approve(run)
  const documentId = await spend(run, form.projectId)
  const unitId = into.ids.get('UnitId')?.at(0) ?? ''
  await goThroughRegulations(run, documentId)
  await goThroughEvidence(run, { id: form.id, projectId: form.projectId, unitId, documentId, year: YEAR })
  await sealAndCheck(run, site.db, form.id)
  await revise(run, form, documentId)
  await monitor(run, form.id)
  await seatDesks(run, unitId)
  await evaluate(run, form, { documentId, reviewerId: people.reviewer.personId, expertId: people.expert.personId })
  await publish(run, form)
  await renew(run, form)
  await archive(run, form.id)
  // The library is the district's: what one office added is there for the next.
  if (!site.entered.has('addEntry')) await addToLibrary(run)
  await goThroughDirectory(run, { unitId, reviewerId: people.reviewer.personId, password })
  into.ids.set('UnitId', [unitId])
  const unitBelow = into.ids.get('UnitId')?.at(-1) ?? ''
  await goThroughDesks(run, unitBelow)
  await goThroughInbox(run, { reviewerId: people.reviewer.personId })
  // Channels are the district's too.
  if (!site.entered.has('addChannel')) await goThroughChannels(run)
  await reviseThroughDesks(run, documentId)
  await goThroughUpkeep(run, site.db, { unitId })
  await goThroughMeters(run, { unitId })
  const { personId } = people.everybody
  await goThroughDuty(run, { unitId, personId, colleagueId: people.contact.personId })
  if (!site.entered.has('publishFlow')) await goThroughFlows(run)
  const called = await goThroughServiceDesk(run, { unitId, unitBelow, personId })
  // The mailbox is the district's.
  if (!site.entered.has('setMailbox')) await goThroughMail(run, site.db, { unitId, ...called })
  await goThroughContracts(run, form)
  await goThroughAssets(run)
  await goThroughWatch(run, site.db)
}

type Form = { readonly id: string; readonly projectId: string; readonly content: FormContent }

async function approve(run: Run): Promise<Form> {
  const example = exampleOf('CN-JX-NANCHANG-DONGHU-DECLARATION')
  const content = { ...example, project: '一生的项目' }
  const form = await run('createForm', { content, documentId: null })
  const at = { id: form.id, version: 1 }
  await run('submitDeclaration', at)
  await run('withdrawDeclaration', { id: form.id })
  await run('submitDeclaration', at)
  await goThroughReview(run, at)
  await run('decideDeclaration', { ...at, decision: 'approve' }, 'reviewer')
  await run('readLife', { id: form.id })
  await run('takeDecisions', {}, 'reviewer')
  return form
}

/** What a draft and the library go through beside the life of an approved promise. */
async function renew(run: Run, { id, content }: Form): Promise<void> {
  const draft = await run('createForm', { content: { ...content, project: '草稿的项目' }, documentId: null })
  const edits = [{ where: 'project', was: '草稿的项目', now: '改名的项目' }]
  await run('editCells', { id: draft.id, version: 1, edits })
  await run('previewRenewal', { id, year: YEAR + 1 })
  await run('renewSeveral', { year: YEAR + 1, ids: [id] })
}

async function addToLibrary(run: Run): Promise<void> {
  const names = { level1: '产出指标', level2: '质量指标', level3: '走廊灯具完好率', synonyms: [] }
  const promise = { unit: '%', direction: 'higher', targets: ['≥98%'], remark: '按月点检' }
  await run('addEntry', { services: ['operations'], ...names, ...promise }, 'reviewer')
}

async function seatDesks(run: Run, unitId: string): Promise<void> {
  for (const { name } of await run('listDesks', {}, 'everybody')) {
    await run('assignDesk', { name, unitId }, 'everybody')
  }
}

/** Another declaration, on its way through the desks of its place. */
async function goThroughDesks(run: Run, unitId: string): Promise<void> {
  await seatDesks(run, unitId)
  const content = { ...exampleOf('CN-JX-NANCHANG-DONGHU-DECLARATION'), project: '送审的项目' }
  const form = await run('createForm', { content, documentId: null })
  await run('sendForReview', { id: form.id, version: 1 })
  const { id } = await run('findCase', { subjectKind: 'declaration', subjectId: form.id })
  await run('actOnCase', { id, act: { verb: 'urge' } })
  await run('openCase', { id })
  for (const box of ['waiting', 'started']) await run('listBox', { box })
}

async function spend(run: Run, id: string): Promise<string> {
  const entry = { year: YEAR, kind: 'initial', source: 'own', amount: '1800000', decidedOn: '2021-01-15' }
  await run('recordMoney', { id, ...entry, documentId: null })
  const name = '支付.csv'
  const { id: documentId } = await run('addDocument', { name, file: new File([PAYMENTS], name) })
  const { mapping } = await run('readPaymentList', { documentId })
  await run('importPayments', { documentId, mapping, projectId: id })
  await run('annotatePayments', { documentId, mapping, projectId: id })
  await run('readMoney', { id, year: YEAR })
  await run('listPayments', { id, year: YEAR })
  return documentId
}

/** A change of the first row, for a budget decision: the year is past the gate. */
function changeOf(content: FormContent, documentId: string) {
  const [row] = content.indicators
  const indicator = row === undefined ? '' : indicatorName(row)
  const asked = {
    indicator,
    originalTarget: row?.target,
    revisedTarget: '≥24次',
    explanation: '加密巡检',
    documentIds: [documentId],
  }
  return { rows: [asked], weights: null, budgetDecision: { reference: '预算调整', documentId } }
}

/** A revision of another approved declaration, on its way through the desks. */
async function reviseThroughDesks(run: Run, documentId: string): Promise<void> {
  const content = { ...exampleOf('CN-JX-NANCHANG-DONGHU-DECLARATION'), project: '送审修订的项目' }
  const { id } = await run('createForm', { content, documentId: null })
  await run('submitDeclaration', { id, version: 1 })
  await run('decideDeclaration', { id, version: 1, decision: 'approve' }, 'reviewer')
  await run('sendRevision', { id, ...changeOf(content, documentId) })
}

async function revise(run: Run, { id, content }: Form, documentId: string): Promise<void> {
  const revision = changeOf(content, documentId)
  await run('readRevisionGate', { id })
  await run('checkRevision', { id, ...revision })
  const { id: revisionId } = await run('fileRevision', { id, ...revision })
  await run('decideRevision', { id: revisionId, decision: 'return', opinion: '请补证明' }, 'reviewer')
  await run('refileRevision', { id: revisionId, ...revision })
  await run('decideRevision', { id: revisionId, decision: 'approve' }, 'reviewer')
  await run('listRevisions', { id })
  await run('printRevision', { id: revisionId, as: 'html' })
}

async function archive(run: Run, id: string): Promise<void> {
  await run('archiveDeclaration', { id })
  await run('readArchive', { id })
  await run('takeArchive', { id })
}

async function monitor(run: Run, id: string): Promise<void> {
  const at = { id, month: 7 }
  const { rows } = await run('readMonth', at)
  await run('drawCurves', { id, curves: [{ indicator: rows[0].indicator, curve: null }] })
  await run('saveMonth', { ...at, rows: [], report: false })
  await run('listMonths', { id })
  await run('printMonth', { ...at, as: 'html' })
  const notice = { id, origin: 'monitoring', remedy: 'correct', demand: '请补齐巡检' }
  const { id: noticeId } = await run('issueRectification', notice, 'reviewer')
  await run('answerRectification', { id: noticeId, answer: '已补', documentIds: [] })
  await run('settleRectification', { id: noticeId, accepted: true }, 'reviewer')
  await run('printAnswer', { id: noticeId, as: 'html' })
  await run('listRectifications', { id })
  await run('listRectificationLedger', { year: YEAR })
  await run('takeRectificationLedger', { year: YEAR })
  await run('readMonitoring', { year: YEAR })
  const [pack] = await run('listRules', {})
  await run('readRules', { id: pack.id })
}

/** The self-evaluation of the example, brought as a file would be. */
async function evaluate(
  run: Run,
  { id, projectId, content }: Form,
  { documentId, reviewerId, expertId }: { documentId: string; reviewerId: string; expertId: string },
): Promise<void> {
  const example = exampleOf('CN-SH-MUNICIPAL-SELF-EVALUATION')
  const own = { ...example, project: content.project, year: YEAR }
  const form = await run('createForm', { content: own, documentId: null })
  await run('startSelfEvaluation', { id })
  await run('findSelfEvaluation', { id })
  await run('readSelfEvaluation', { id: form.id })
  const ground = { position: 0, field: 'score', value: '15', reason: '另有依据', documentId }
  await run('recordOverride', { id: form.id, ...ground })
  const { version } = await run('takeComputedValues', { id: form.id, version: 1 })
  await run('handInSelfEvaluation', { id: form.id, version, statement: '如实填报' })
  await run('printEvaluationTrail', { id: form.id, as: 'html' })
  await acceptAtEveryDesk(run, form.id, reviewerId)
  await run('drawSample', { year: YEAR, seed: '复核' }, 'reviewer')
  await run('listSamples', { year: YEAR }, 'reviewer')
  const again = { kind: 're-score', rows: [{ position: 0, again: '14', reason: '现场核对' }], opinion: '基本属实' }
  await run('reEvaluate', { id: form.id, ...again }, 'reviewer')
  await run('listExperts', { id: form.id }, 'reviewer')
  const first = await run('askExpert', { id: form.id, personId: expertId }, 'reviewer')
  await run('takeBackSheet', { id: form.id, sheetId: first.asked[0].id }, 'reviewer')
  const { asked } = await run('askExpert', { id: form.id, personId: expertId }, 'reviewer')
  const sheet = { id: asked[0].id }
  await run('listMySheets', {}, 'expert')
  const { parts } = await run('readMySheet', sheet, 'expert')
  await run('signSheet', { ...sheet, points: parts.map(({ weight }: { weight: string }) => weight) }, 'expert')
  await run('listReEvaluations', { id: form.id })
  await run('printFeedback', { id: form.id, as: 'html' })
  await run('readKeyRules', { id: form.id })
  await run('takeExpertSheet', { id: form.id })
  await run('listResults', { year: YEAR })
  await run('takeRanking', { year: YEAR })
  await run('readCockpit', { year: YEAR })
  await run('listProjectLights', { year: YEAR })
  await run('findWorkingYear', {})
  await run('listProjectResults', { id: projectId })
  await run('readProject', { id: projectId })
}

/** Two rounds for each desk are more than any chain of the packs has. */
const MOST_DESKS = 12

/** Whoever sits at a desk, its task is given to the reviewer, who agrees. */
async function acceptAtEveryDesk(run: Run, subjectId: string, person: string): Promise<void> {
  const { id } = await run('findCase', { subjectKind: 'self-evaluation', subjectId })
  for (let desk = 0; desk < MOST_DESKS; desk += 1) {
    const { rows } = await run('listBox', { box: 'waiting' }, 'reviewer')
    const row = rows.find(({ caseId }: { caseId: string }) => caseId === id)
    if (row !== undefined) {
      await run('actOnCase', { id, act: { verb: 'agree', task: row.task, opinion: '属实' } }, 'reviewer')
      continue
    }
    const { state, verbs } = await run('openCase', { id }, 'everybody')
    if (state !== 'running') return
    const { task } = verbs.find(({ verb }: { verb: string }) => verb === 'reassign')
    await run('actOnCase', { id, act: { verb: 'reassign', task, person } }, 'everybody')
  }
}

async function publish(run: Run, { id, content }: Form): Promise<void> {
  const row = content.indicators[1]
  const rows = [{ indicator: row === undefined ? '' : indicatorName(row), reason: '涉密' }]
  await run('keepBack', { id, rows })
  await run('listKeptBack', { id })
  for (const sheet of ['printPublicCopy', 'printReview', 'printTrail']) await run(sheet, { id, as: 'html' })
}

function exampleOf(template: string): FormContent {
  const content = loadExamples().find((example) => example.template === template)
  if (content === undefined) throw new Error(`no example of ${template}`)
  return content
}
