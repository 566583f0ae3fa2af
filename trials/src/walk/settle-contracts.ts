import type { AnswerBody } from '@shiji/server/testing/answer-body'

type Run = (name: string, input: object, who?: 'everybody' | 'contact') => Promise<AnswerBody>

const DAY = '2026-01-15'
const YEAR = 2026
const SPAN = { signedOn: '2026-01-05', startsOn: '2026-01-06', endsOn: '2026-12-31' }
const INSTALMENT = { milestone: null, needsAcceptance: false, appraisalYear: null }

/** A contract from its vendor and plan to its settlement. */
export async function goThroughContracts(run: Run, { projectId }: { projectId: string }): Promise<void> {
  const { id: vendorId } = await run('addVendor', { name: '一生的供应商', creditCode: '', contact: '' })
  const licence = { holder: '', name: '服务资质', number: '1', validFrom: DAY, validUntil: null, documentId: null }
  await run('addLicence', { id: vendorId, ...licence })
  await run('openVendor', { id: vendorId })
  const line = { projectId, year: YEAR, item: '交换机', quantity: '2', unitWord: '台', estimate: '100', dueOn: DAY }
  const { id: purchaseId } = await run('planPurchase', { ...line, method: 'inquiry' })
  const tender = { number: '一生-T', issuedOn: '2025-11-20', openedOn: '2025-12-15', awardedOn: '2025-12-20', years: 3 }
  const { id: documentId } = await run('addDocument', {
    name: '招标文件.txt',
    file: new File(['招标'], '招标文件.txt'),
  })
  await run('recordTender', { id: purchaseId, documentId, ...tender })
  const terms = { number: '一生-1', name: '一生的合同', method: 'inquiry', termYear: 1, termYears: 3, ...SPAN }
  const { id } = await run('signContract', {
    ...{ projectId, vendorId, supervisorId: null, ...terms, amount: '100', passMark: '80', pointValue: '1' },
    terms: [{ name: '付款', measure: 'contracts.payment-on-time', target: '≥95%', points: '1' }],
    milestones: [{ name: '到货', dueOn: DAY }],
    instalments: [{ name: '全款', amount: '100', dueOn: DAY, ...INSTALMENT }],
    purchaseIds: [purchaseId],
  })
  const { milestones, instalments } = await run('openContract', { id })
  const milestoneId = milestones[0].id
  await run('reachMilestone', { id, milestoneId, doneOn: DAY, note: '', documentId: null })
  const delivery = { purchaseId, deliveredOn: DAY, quantity: '2', noteNumber: '', documentId: null }
  const { id: deliveryId } = await run('recordDelivery', { id, ...delivery })
  await run('recordInstallation', { id, deliveryId, installedOn: DAY, installedAt: '机房' })
  const item = { kind: 'quality', item: '数量', required: '≥2台', measured: '2台', verdict: null }
  const sheet = { name: '验收', milestoneId, acceptedOn: DAY, signedBy: '验收组', documentId: null, items: [item] }
  await run('recordAcceptance', { id, ...sheet })
  await run('payInstalment', { id, instalmentId: instalments[0].id, paidOn: DAY, amount: '100', voucher: '一生' })
  const change = { what: '延期', reason: '停电', amountDelta: '0', endsOn: null, askedOn: DAY, carriedOutOn: null }
  const { id: changeId } = await run('askForChange', { id, ...change })
  await run('judgeChange', { id, changeId, verdict: 'approved', opinion: '同意' }, 'everybody')
  const note = { kind: 'instruction', day: DAY, what: '补齐标签', answerDueOn: null }
  const { id: noteId } = await run('noteSupervision', { id, ...note }, 'everybody')
  await run('answerSupervision', { id, noteId, answer: '已补齐' })
  await run('deductFromRecords', { id, year: YEAR })
  await run('deductByHand', { id, year: YEAR, points: '1', reason: '迟到' })
  await run('holdAppraisal', { id, year: YEAR, heldOn: DAY, opinion: '合格' }, 'everybody')
  await run('settleContract', { id, settledOn: DAY, amount: '100' })
}
