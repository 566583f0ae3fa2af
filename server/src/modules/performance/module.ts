import { archive } from '@shiji/contract/archive'
import { checklists } from '@shiji/contract/checklists'
import { cockpit } from '@shiji/contract/cockpit'
import { declarationLife } from '@shiji/contract/declaration-life'
import { evaluation } from '@shiji/contract/evaluation'
import { evidenceRows } from '@shiji/contract/evidence-rows'
import { expertSheets } from '@shiji/contract/expert-sheets'
import { library } from '@shiji/contract/library'
import { money } from '@shiji/contract/money'
import { monitoring } from '@shiji/contract/monitoring'
import { oversight } from '@shiji/contract/oversight'
import { performance } from '@shiji/contract/performance'
import { reEvaluation } from '@shiji/contract/re-evaluation'
import { renewal } from '@shiji/contract/renewal'
import { results } from '@shiji/contract/results'
import { review } from '@shiji/contract/review'
import { revision } from '@shiji/contract/revision'
import { rules } from '@shiji/contract/rules'
import { seals } from '@shiji/contract/seals'
import { FLOW_STEPPED } from '#modules/flow'
import { listen } from '#platform/events'
import { recur } from '#platform/jobs/recurring'
import { defineModule, route } from '#platform/module'
import { PAYMENT_RECORDED } from '#platform/payment'
import { archiveDeclaration } from './archive/archive-declaration.ts'
import { readArchive } from './archive/read-archive.ts'
import { takeArchive } from './archive/take-archive.ts'
import { findWorkingYear } from './cockpit/find-working-year.ts'
import { listProjectLights } from './cockpit/list-project-lights.ts'
import { readCockpit } from './cockpit/read-cockpit.ts'
import { compareVersions } from './compare-versions.ts'
import { createForm } from './create-form.ts'
import { editCells } from './edit-cells.ts'
import { drawSample } from './evaluation/draw-sample.ts'
import { findSelfEvaluation } from './evaluation/find-self-evaluation.ts'
import { followEvaluationFlow } from './evaluation/follow-evaluation-flow.ts'
import { handInSelfEvaluation } from './evaluation/hand-in-self-evaluation.ts'
import { listReEvaluations } from './evaluation/list-re-evaluations.ts'
import { listSamples } from './evaluation/list-samples.ts'
import { printEvaluationTrail } from './evaluation/print-evaluation-trail.ts'
import { printFeedback } from './evaluation/print-feedback.ts'
import { reEvaluate } from './evaluation/re-evaluate.ts'
import { readKeyRules } from './evaluation/read-key-rules.ts'
import { readSelfEvaluation } from './evaluation/read-self-evaluation.ts'
import { recordOverride } from './evaluation/record-override.ts'
import { startSelfEvaluation } from './evaluation/start-self-evaluation.ts'
import { takeComputedValues } from './evaluation/take-computed-values.ts'
import { takeExpertSheet } from './evaluation/take-expert-sheet.ts'
import { askExpert } from './experts/ask-expert.ts'
import { listExperts } from './experts/list-experts.ts'
import { listMySheets } from './experts/list-my-sheets.ts'
import { readMySheet } from './experts/read-my-sheet.ts'
import { signSheet } from './experts/sign-sheet.ts'
import { takeBackSheet } from './experts/take-back-sheet.ts'
import { addEntry } from './library/add-entry.ts'
import { findDuplicates } from './library/find-duplicates.ts'
import { listUses } from './library/list-uses.ts'
import { restoreEntry } from './library/restore-entry.ts'
import { retireEntry } from './library/retire-entry.ts'
import { searchLibrary } from './library/search-library.ts'
import { decideDeclaration } from './life/decide-declaration.ts'
import { followFlow } from './life/follow-flow.ts'
import { listDrafts } from './life/list-drafts.ts'
import { readLife } from './life/read-life.ts'
import { sendForReview } from './life/send-for-review.ts'
import { submitDeclaration } from './life/submit-declaration.ts'
import { withdrawDeclaration } from './life/withdraw-declaration.ts'
import { listProjects } from './list-projects.ts'
import { listTemplates } from './list-templates.ts'
import { listVersions } from './list-versions.ts'
import { annotatePayments } from './money/annotate-payments.ts'
import { importPayments } from './money/import-payments.ts'
import { listPayments } from './money/list-payments.ts'
import { executionRate, fundsInPlace } from './money/money-measures.ts'
import { readMoney } from './money/read-money.ts'
import { readPaymentList } from './money/read-payment-list.ts'
import { recordMoney } from './money/record-money.ts'
import { recordPayment } from './money/record-payment.ts'
import { answerRectification } from './monitoring/answer-rectification.ts'
import { drawCurves } from './monitoring/draw-curves.ts'
import { issueRectification } from './monitoring/issue-rectification.ts'
import { listMonths } from './monitoring/list-months.ts'
import { listRectificationLedger } from './monitoring/list-rectification-ledger.ts'
import { listRectifications } from './monitoring/list-rectifications.ts'
import { printAnswer } from './monitoring/print-answer.ts'
import { printMonth } from './monitoring/print-month.ts'
import { readMonitoring } from './monitoring/read-monitoring.ts'
import { readMonth } from './monitoring/read-month.ts'
import { remindOfNotices } from './monitoring/remind-of-notices.ts'
import { saveMonth } from './monitoring/save-month.ts'
import { settleRectification } from './monitoring/settle-rectification.ts'
import { takeRectificationLedger } from './monitoring/take-rectification-ledger.ts'
import { openForm } from './open-form.ts'
import { printForm } from './print-form.ts'
import { bindRow } from './proof/bind-row.ts'
import { bindSuggested } from './proof/bind-suggested.ts'
import { addChecklistItem } from './proof/checklist/add-checklist-item.ts'
import { dropChecklistItem } from './proof/checklist/drop-checklist-item.ts'
import { layOutChecklist } from './proof/checklist/lay-out-checklist.ts'
import { listPatterns } from './proof/checklist/list-patterns.ts'
import { listProofRecords } from './proof/checklist/list-proof-records.ts'
import { proveChecklistItem } from './proof/checklist/prove-checklist-item.ts'
import { readChecklist } from './proof/checklist/read-checklist.ts'
import { withdrawChecklistProof } from './proof/checklist/withdraw-checklist-proof.ts'
import { listEvidence } from './proof/list-evidence.ts'
import { listMonthEnds } from './proof/list-month-ends.ts'
import { readBoard } from './proof/read-board.ts'
import { readRow } from './proof/read-row.ts'
import { readFile } from './read-file.ts'
import { readTemplate } from './read-template.ts'
import { listRenewals } from './renewal/list-renewals.ts'
import { previewRenewal } from './renewal/preview-renewal.ts'
import { renewSeveral } from './renewal/renew-several.ts'
import { keepBack } from './results/keep-back.ts'
import { listKeptBack } from './results/list-kept-back.ts'
import { listProjectResults } from './results/list-project-results.ts'
import { listResults } from './results/list-results.ts'
import { printPublicCopy } from './results/print-public-copy.ts'
import { printReview } from './results/print-review.ts'
import { printTrail } from './results/print-trail.ts'
import { readProject } from './results/read-project.ts'
import { takeRanking } from './results/take-ranking.ts'
import { addComment } from './review/add-comment.ts'
import { readReview } from './review/read-review.ts'
import { settleComment } from './review/settle-comment.ts'
import { takeDecisions } from './review/take-decisions.ts'
import { checkRevision } from './revision/check-revision.ts'
import { decideRevision } from './revision/decide-revision.ts'
import { fileRevision, refileRevision } from './revision/file-revision.ts'
import { followRevisionFlow } from './revision/follow-revision-flow.ts'
import { listRevisions } from './revision/list-revisions.ts'
import { printRevision } from './revision/print-revision.ts'
import { readRevisionGate } from './revision/read-revision-gate.ts'
import { sendRevision } from './revision/send-revision.ts'
import { listRules } from './rules/list-rules.ts'
import { readRules } from './rules/read-rules.ts'
import { checkDeclarationSeal } from './seal/check-declaration-seal.ts'
import { listDeclarationSeals } from './seal/list-declaration-seals.ts'
import { sealDeclaration } from './seal/seal-declaration.ts'
import { takeEvidencePack } from './seal/take-evidence-pack.ts'
import { search } from './search.ts'

export const performanceModule = defineModule({
  name: 'performance',
  dependsOn: ['directory', 'documents', 'inbox', 'flow', 'evidence'],
  permissions: ['performance.read', 'performance.write', 'performance.review', 'performance.judge'],
  routes: [
    route(performance.listProjects, listProjects),
    route(performance.search, search),
    route(performance.readFile, readFile),
    route(performance.createForm, createForm),
    route(performance.openForm, openForm),
    route(performance.editCells, editCells),
    route(performance.listVersions, listVersions),
    route(performance.compareVersions, compareVersions),
    route(performance.listTemplates, listTemplates),
    route(performance.readTemplate, readTemplate),
    route(performance.printForm, printForm),
    route(declarationLife.listDrafts, listDrafts),
    route(declarationLife.readLife, readLife),
    route(declarationLife.submitDeclaration, submitDeclaration),
    route(declarationLife.sendForReview, sendForReview),
    route(declarationLife.withdrawDeclaration, withdrawDeclaration),
    route(declarationLife.decideDeclaration, decideDeclaration),
    route(archive.archiveDeclaration, archiveDeclaration),
    route(archive.readArchive, readArchive),
    route(archive.takeArchive, takeArchive),
    route(renewal.listRenewals, listRenewals),
    route(renewal.previewRenewal, previewRenewal),
    route(renewal.renewSeveral, renewSeveral),
    route(library.searchLibrary, searchLibrary),
    route(library.listUses, listUses),
    route(library.addEntry, addEntry),
    route(library.retireEntry, retireEntry),
    route(library.restoreEntry, restoreEntry),
    route(library.findDuplicates, findDuplicates),
    route(rules.listRules, listRules),
    route(rules.readRules, readRules),
    route(review.readReview, readReview),
    route(review.takeDecisions, takeDecisions),
    route(review.addComment, addComment),
    route(review.settleComment, settleComment),
    route(revision.readRevisionGate, readRevisionGate),
    route(revision.checkRevision, checkRevision),
    route(revision.fileRevision, fileRevision),
    route(revision.sendRevision, sendRevision),
    route(revision.refileRevision, refileRevision),
    route(revision.decideRevision, decideRevision),
    route(revision.listRevisions, listRevisions),
    route(revision.printRevision, printRevision),
    route(monitoring.listMonths, listMonths),
    route(monitoring.readMonth, readMonth),
    route(monitoring.saveMonth, saveMonth),
    route(monitoring.drawCurves, drawCurves),
    route(monitoring.printMonth, printMonth),
    route(monitoring.issueRectification, issueRectification),
    route(monitoring.answerRectification, answerRectification),
    route(monitoring.settleRectification, settleRectification),
    route(monitoring.printAnswer, printAnswer),
    route(monitoring.listRectifications, listRectifications),
    route(oversight.readMonitoring, readMonitoring),
    route(oversight.listRectificationLedger, listRectificationLedger),
    route(oversight.takeRectificationLedger, takeRectificationLedger),
    route(evaluation.startSelfEvaluation, startSelfEvaluation),
    route(evaluation.findSelfEvaluation, findSelfEvaluation),
    route(evaluation.readSelfEvaluation, readSelfEvaluation),
    route(evaluation.recordOverride, recordOverride),
    route(evaluation.takeComputedValues, takeComputedValues),
    route(evaluation.handInSelfEvaluation, handInSelfEvaluation),
    route(evaluation.printEvaluationTrail, printEvaluationTrail),
    route(reEvaluation.drawSample, drawSample),
    route(reEvaluation.listSamples, listSamples),
    route(reEvaluation.readKeyRules, readKeyRules),
    route(reEvaluation.takeExpertSheet, takeExpertSheet),
    route(expertSheets.listExperts, listExperts),
    route(expertSheets.askExpert, askExpert),
    route(expertSheets.takeBackSheet, takeBackSheet),
    route(expertSheets.listMySheets, listMySheets),
    route(expertSheets.readMySheet, readMySheet),
    route(expertSheets.signSheet, signSheet),
    route(reEvaluation.reEvaluate, reEvaluate),
    route(reEvaluation.listReEvaluations, listReEvaluations),
    route(reEvaluation.printFeedback, printFeedback),
    route(seals.sealDeclaration, sealDeclaration),
    route(seals.listSeals, listDeclarationSeals),
    route(seals.takeEvidencePack, takeEvidencePack),
    route(seals.checkSeal, checkDeclarationSeal),
    route(checklists.listPatterns, listPatterns),
    route(checklists.readChecklist, readChecklist),
    route(checklists.layOutChecklist, layOutChecklist),
    route(checklists.addChecklistItem, addChecklistItem),
    route(checklists.dropChecklistItem, dropChecklistItem),
    route(checklists.proveChecklistItem, proveChecklistItem),
    route(checklists.withdrawChecklistProof, withdrawChecklistProof),
    route(checklists.listProofRecords, listProofRecords),
    route(results.readProject, readProject),
    route(results.listResults, listResults),
    route(results.takeRanking, takeRanking),
    route(results.listProjectResults, listProjectResults),
    route(results.keepBack, keepBack),
    route(results.listKeptBack, listKeptBack),
    route(results.printPublicCopy, printPublicCopy),
    route(results.printReview, printReview),
    route(results.printTrail, printTrail),
    route(cockpit.readCockpit, readCockpit),
    route(cockpit.listProjectLights, listProjectLights),
    route(cockpit.findWorkingYear, findWorkingYear),
    route(evidenceRows.readBoard, readBoard),
    route(evidenceRows.readRow, readRow),
    route(evidenceRows.listEvidence, listEvidence),
    route(evidenceRows.listMonthEnds, listMonthEnds),
    route(evidenceRows.bindRow, bindRow),
    route(evidenceRows.bindSuggested, bindSuggested),
    route(money.readMoney, readMoney),
    route(money.recordMoney, recordMoney),
    route(money.readPaymentList, readPaymentList),
    route(money.importPayments, importPayments),
    route(money.annotatePayments, annotatePayments),
    route(money.listPayments, listPayments),
  ],
  listens: [
    listen(FLOW_STEPPED, followFlow),
    listen(FLOW_STEPPED, followRevisionFlow),
    listen(FLOW_STEPPED, followEvaluationFlow),
    listen(PAYMENT_RECORDED, recordPayment),
  ],
  measures: [executionRate, fundsInPlace],
  recurring: [recur('performance.remind-of-notices', { dailyAt: '08:30' }, remindOfNotices)],
})
