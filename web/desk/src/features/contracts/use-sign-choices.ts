import { useQuery } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'
import { thisYear } from '#desk/kit/this-year.ts'

/** What a contract may name: projects, vendors, and lines of the plan of its project nobody has bought yet. */
export function useSignChoices(projectId: string | undefined) {
  const projects = useQuery(queries.performance.listProjects.queryOptions({ input: {} }))
  const vendors = useQuery(queries.contracts.listVendors.queryOptions({ input: {} }))
  const plan = useQuery(queries.purchases.listPurchases.queryOptions({ input: { year: thisYear() } }))
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ value: id, label: name })
  const free = (plan.data ?? []).filter(({ contract, project }) => contract === null && project.id === projectId)
  return {
    projects: (projects.data?.projects ?? []).map(named),
    vendors: (vendors.data ?? []).map(named),
    lines: free.map(({ id, item, dueOn }) => ({ value: id, label: `${item} ${dueOn}` })),
  }
}
