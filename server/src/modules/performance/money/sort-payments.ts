import type { ProjectId } from '@shiji/contract/performance'
import { type Payment, type PaymentMapping, readPayments } from '@shiji/kernel/payments/payment-list'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findProject, listProjectsNamed } from '../project-store.ts'
import type { PaymentTable, RefusedLine } from './payment-table.ts'

type ListToSort = {
  readonly table: PaymentTable
  readonly mapping: PaymentMapping
  readonly projectId: ProjectId | null
}

/** The payments of a list with the project each is of, and the lines that cannot be taken, in their order. */
export async function sortPayments(reader: Reader, context: Context, { table, mapping, projectId }: ListToSort) {
  const { payments, refused: unread } = readPayments(table, mapping)
  const ofOne = mapping.project === null ? projectId : null
  const projects = await findProjects(reader, context, { payments, projectId: ofOne })
  const known = payments.flatMap((payment) => {
    const found = projects.get(payment.project)
    return found === undefined ? [] : [{ payment, projectId: found }]
  })
  const unknown = payments.filter(({ project }) => !projects.has(project)).map(unknownProject)
  const refused: RefusedLine[] = [...unread, ...unknown].toSorted((a, b) => a.line - b.line)
  return { known, refused }
}

/** The one project of each name; a name two projects share decides nothing. */
async function findProjects(
  reader: Reader,
  { actor }: Context,
  { payments, projectId }: { payments: readonly Payment[]; projectId: string | null },
): Promise<Map<string, string>> {
  if (projectId !== null) {
    const project = (await findProject(reader, actor, projectId)) ?? refuse('not-found')
    return new Map(payments.map((payment) => [payment.project, project.id]))
  }
  const names = [...new Set(payments.map(({ project }) => project))]
  const found = Map.groupBy(await listProjectsNamed(reader, actor, names), ({ name }) => name)
  return new Map(
    [...found].flatMap(([name, [one, ...more]]) => (one === undefined || more.length > 0 ? [] : [[name, one.id]])),
  )
}

function unknownProject({ line, project }: Payment): RefusedLine {
  return { line, code: 'project-unknown', text: project }
}
