import { archive } from '@shiji/contract/archive'
import { declarationLife } from '@shiji/contract/declaration-life'
import { documents } from '@shiji/contract/documents'
import { money } from '@shiji/contract/money'
import { monitoring } from '@shiji/contract/monitoring'
import { performance } from '@shiji/contract/performance'
import { reEvaluation } from '@shiji/contract/re-evaluation'
import { results } from '@shiji/contract/results'
import { revision as revisions } from '@shiji/contract/revision'
import { sitDown } from '../contracts/act-on-contract.ts'
import { officeTime } from '../office-time.ts'
import { whoIs } from '../people.ts'
import { signIn } from '../sign-in.ts'
import { decideCase } from './decide-case.ts'
import { contactOf, type Declared } from './declared.ts'
import { fillSelfEvaluation } from './fill-self-evaluation.ts'
import type { LifeDeed, Payment, Revision } from './lives.ts'

type Deed<Kind extends LifeDeed['kind']> = Extract<LifeDeed, { kind: Kind }>

/** One deed on a declaration, done by whoever does it in an office: contact, leader, finance. */
export async function liveOn(declared: Declared, deed: LifeDeed): Promise<void> {
  switch (deed.kind) {
    case 'send':
      return send(declared, deed)
    case 'approve':
      return decideCase(declared, deed.on, { verb: 'agree', opinion: '同意' })
    case 'return':
      return decideCase(declared, deed.on, { verb: 'return', opinion: deed.opinion })
    case 'grant':
      return grant(declared, deed)
    case 'pay':
      return pay(declared, deed)
    case 'report':
      return report(declared, deed)
    case 'revise':
      return revise(declared, deed)
    case 'self-evaluate':
      return fillSelfEvaluation(declared, deed)
    case 're-evaluate':
      return reEvaluate(declared, deed)
    case 'contract':
      return sitDown(declared.server, { office: declared.life.office, formId: declared.id }, deed.sitting)
    case 'archive': {
      const { ask } = await contactOf(declared, deed.on, '16:15')
      await ask(archive.archiveDeclaration, { id: declared.id }, officeTime(deed.on, '16:20'))
    }
  }
}

async function send(declared: Declared, { on }: Deed<'send'>): Promise<void> {
  const { ask } = await contactOf(declared, on)
  const { id } = declared
  const { version } = await ask(performance.openForm, { id }, officeTime(on, '09:05'))
  await ask(declarationLife.sendForReview, { id, version, opinion: '' }, officeTime(on, '09:12'))
}

async function grant(declared: Declared, { on, amount }: Deed<'grant'>): Promise<void> {
  const { ask } = await contactOf(declared, on, '09:58')
  const { projectId } = await ask(performance.openForm, { id: declared.id }, officeTime(on, '10:02'))
  const year = { id: projectId, year: declared.life.year }
  const shared = { source: 'own', amount, decidedOn: on, documentId: null } as const
  await ask(money.recordMoney, { ...year, kind: 'initial', ...shared }, officeTime(on, '10:05'))
  await ask(money.recordMoney, { ...year, kind: 'appropriation', ...shared }, officeTime(on, '10:09'))
}

async function pay(declared: Declared, { on, payments }: Deed<'pay'>): Promise<void> {
  const { ask } = await contactOf(declared, on, '14:58')
  const { projectId } = await ask(performance.openForm, { id: declared.id }, officeTime(on, '15:02'))
  const name = `支付清单-${on}.csv`
  const file = new File([listOf(payments)], name)
  const document = await ask(documents.addDocument, { name, file }, officeTime(on, '15:04'))
  const brought = { documentId: document.id }
  const { mapping } = await ask(money.readPaymentList, brought, officeTime(on, '15:05'))
  await ask(money.importPayments, { ...brought, mapping, projectId }, officeTime(on, '15:06'))
}

function listOf(payments: readonly Payment[]): string {
  const lines = payments.map(({ on, amount, payee, purpose }) => [on, amount, payee, purpose].join(','))
  return ['支付日期,金额,收款单位,摘要', ...lines].join('\n')
}

async function report(declared: Declared, { on, month, reached }: Deed<'report'>): Promise<void> {
  const { ask } = await contactOf(declared, on, '10:16')
  const at = { id: declared.id, month }
  const { rows, bands } = await ask(monitoring.readMonth, at, officeTime(on, '10:20'))
  const told = rows.map(({ indicator, target }) => {
    const found = reached[indicator.split('-').at(-1) ?? '']
    // A promise in words is judged by its band.
    const band = /\d/.test(target) ? null : (bands[0] ?? null)
    return { indicator, soFar: found?.actual ?? '', band, expected: '', reason: found?.reason ?? '' }
  })
  const answers = { spending: true, goal: true }
  await ask(monitoring.saveMonth, { ...at, rows: told, answers, report: true }, officeTime(on, '10:48'))
}

async function revise(declared: Declared, { on, revision }: Deed<'revise'>): Promise<void> {
  const { ask } = await contactOf(declared, on, '10:58')
  const { id } = declared
  const name = `修订说明-${on}.txt`
  const file = new File([revision.because], name)
  const proof = await ask(documents.addDocument, { name, file }, officeTime(on, '11:02'))
  const rows = [{ ...rowOf(revision), documentIds: [proof.id] }]
  // The place opens its gate to what follows from a budget decision.
  const budgetDecision = { reference: revision.decision, documentId: proof.id }
  const filed = await ask(revisions.fileRevision, { id, rows, budgetDecision }, officeTime(on, '11:10'))
  const finance = await signIn(declared.server, whoIs(null, 'finance-reviewer'), officeTime(on, '14:30'))
  const decision = { id: filed.id, decision: 'approve', desk: '财政部门', opinion: '同意修订' } as const
  await finance.ask(revisions.decideRevision, decision, officeTime(on, '14:41'))
}

function rowOf({ indicator, from, to, because }: Revision) {
  return { indicator, originalTarget: from, revisedTarget: to, explanation: because }
}

async function reEvaluate(declared: Declared, { on, opinion }: Deed<'re-evaluate'>): Promise<void> {
  const { ask } = await signIn(declared.server, whoIs(null, 'finance-reviewer'), officeTime(on, '09:30'))
  const { year } = declared.life
  const handedIn = await ask(results.listResults, { year }, officeTime(on, '09:32'))
  const own = handedIn.find(({ declarationId }) => declarationId === declared.id)
  if (own === undefined) throw new Error(`nothing was handed in for ${declared.life.form} ${year}`)
  await ask(reEvaluation.drawSample, { year, seed: `${year + 1}-复核` }, officeTime(on, '09:40'))
  const again = { id: own.formId, kind: 're-score', rows: [], experts: [], opinion } as const
  await ask(reEvaluation.reEvaluate, again, officeTime(on, '10:02'))
}
