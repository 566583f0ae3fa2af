import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'

/** What every change of the money makes old. */
export async function renewMoney(): Promise<void> {
  for (const queryKey of [queries.money.key(), queries.results.key(), queries.monitoring.key()])
    await queryClient.invalidateQueries({ queryKey })
}
