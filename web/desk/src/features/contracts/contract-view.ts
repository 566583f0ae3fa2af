import { useMutation } from '@tanstack/react-query'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useMay } from '#desk/shell/use-me.ts'

export type OpenedContract = Awaited<ReturnType<typeof api.contracts.openContract>>

/** After a deed everything that shows contracts is asked again. */
const renewed = {
  onSuccess: async () => {
    const keys = [queries.contracts.key(), queries.purchases.key()]
    await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
  },
}

const { contractDeeds: deeds } = queries

export const useReach = () => useMutation(deeds.reachMilestone.mutationOptions(renewed))
export const useDeliver = () => useMutation(deeds.recordDelivery.mutationOptions(renewed))
export const useInstall = () => useMutation(deeds.recordInstallation.mutationOptions(renewed))
export const useAccept = () => useMutation(deeds.recordAcceptance.mutationOptions(renewed))
export const usePay = () => useMutation(deeds.payInstalment.mutationOptions(renewed))
export const useSettle = () => useMutation(deeds.settleContract.mutationOptions(renewed))
export const useAskForChange = () => useMutation(deeds.askForChange.mutationOptions(renewed))
export const useJudgeChange = () => useMutation(deeds.judgeChange.mutationOptions(renewed))
export const useDeduct = () => useMutation(deeds.deductByHand.mutationOptions(renewed))
export const useDeductFromRecords = () => useMutation(deeds.deductFromRecords.mutationOptions(renewed))
export const useHoldAppraisal = () => useMutation(deeds.holdAppraisal.mutationOptions(renewed))
export const useNote = () => useMutation(deeds.noteSupervision.mutationOptions(renewed))
export const useAnswer = () => useMutation(deeds.answerSupervision.mutationOptions(renewed))
export const useSign = () => useMutation(deeds.signContract.mutationOptions(renewed))
export const useAddVendor = () => useMutation(deeds.addVendor.mutationOptions(renewed))
export const useAddLicence = () => useMutation(deeds.addLicence.mutationOptions(renewed))
export const usePlan = () => useMutation(queries.purchases.planPurchase.mutationOptions(renewed))

export const useMayWrite = () => useMay('contracts.write')
