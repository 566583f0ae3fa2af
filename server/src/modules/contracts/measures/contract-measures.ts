import type { Measure } from '#platform/measure'
import { acceptanceDate, acceptancePassRate, requirementsAccepted } from './acceptance-measures.ts'
import { assessmentPassRate, assessmentResult } from './appraisal-measures.ts'
import { paymentOnTime, procurementCompliance, settlementAgainstContract } from './money-measures.ts'
import { changeOrders, deliveryOnTime, milestonesOnTime, purchasePlanDone, supervisionLog } from './works-measures.ts'

/** Every figure the records of contracts prove. */
export const CONTRACT_MEASURES: readonly Measure[] = [
  milestonesOnTime,
  deliveryOnTime,
  purchasePlanDone,
  acceptancePassRate,
  requirementsAccepted,
  acceptanceDate,
  paymentOnTime,
  settlementAgainstContract,
  procurementCompliance,
  assessmentPassRate,
  assessmentResult,
  changeOrders,
  supervisionLog,
]
