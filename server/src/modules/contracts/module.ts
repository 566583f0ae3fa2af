import { contracts } from '@shiji/contract/contracts'
import { contractDeeds } from '@shiji/contract/contracts-deeds'
import { purchases } from '@shiji/contract/contracts-purchases'
import { listen } from '#platform/events'
import { defineModule, route } from '#platform/module'
import { PAYMENTS_LISTED } from '#platform/payment'
import { deductByHand } from './appraisal/deduct-by-hand.ts'
import { deductFromRecords } from './appraisal/deduct-from-records.ts'
import { holdAppraisal } from './appraisal/hold-appraisal.ts'
import { listContracts } from './list-contracts.ts'
import { CONTRACT_MEASURES } from './measures/contract-measures.ts'
import { openContract } from './open-contract.ts'
import { payInstalment } from './payments/pay-instalment.ts'
import { takeListedPayments } from './payments/take-listed-payments.ts'
import { listPurchases } from './purchases/list-purchases.ts'
import { planPurchase } from './purchases/plan-purchase.ts'
import { recordTender } from './purchases/record-tender.ts'
import { signContract } from './signing/sign-contract.ts'
import { answerSupervision } from './supervision/answer-supervision.ts'
import { noteSupervision } from './supervision/note-supervision.ts'
import { addLicence } from './vendors/add-licence.ts'
import { addVendor } from './vendors/add-vendor.ts'
import { listVendors } from './vendors/list-vendors.ts'
import { openVendor } from './vendors/open-vendor.ts'
import { askForChange } from './works/ask-for-change.ts'
import { judgeChange } from './works/judge-change.ts'
import { reachMilestone } from './works/reach-milestone.ts'
import { recordAcceptance } from './works/record-acceptance.ts'
import { recordDelivery } from './works/record-delivery.ts'
import { recordInstallation } from './works/record-installation.ts'
import { settleContract } from './works/settle-contract.ts'

export const contractsModule = defineModule({
  name: 'contracts',
  dependsOn: ['directory', 'documents'],
  permissions: ['contracts.read', 'contracts.write', 'contracts.confirm', 'contracts.supervise'],
  routes: [
    route(contracts.listContracts, listContracts),
    route(contracts.openContract, openContract),
    route(contracts.listVendors, listVendors),
    route(contracts.openVendor, openVendor),
    route(contractDeeds.addVendor, addVendor),
    route(contractDeeds.addLicence, addLicence),
    route(contractDeeds.signContract, signContract),
    route(contractDeeds.reachMilestone, reachMilestone),
    route(contractDeeds.recordDelivery, recordDelivery),
    route(contractDeeds.recordInstallation, recordInstallation),
    route(contractDeeds.recordAcceptance, recordAcceptance),
    route(contractDeeds.payInstalment, payInstalment),
    route(contractDeeds.settleContract, settleContract),
    route(contractDeeds.askForChange, askForChange),
    route(contractDeeds.judgeChange, judgeChange),
    route(contractDeeds.deductFromRecords, deductFromRecords),
    route(contractDeeds.deductByHand, deductByHand),
    route(contractDeeds.holdAppraisal, holdAppraisal),
    route(contractDeeds.noteSupervision, noteSupervision),
    route(contractDeeds.answerSupervision, answerSupervision),
    route(purchases.listPurchases, listPurchases),
    route(purchases.planPurchase, planPurchase),
    route(purchases.recordTender, recordTender),
  ],
  listens: [listen(PAYMENTS_LISTED, takeListedPayments)],
  measures: CONTRACT_MEASURES,
})
