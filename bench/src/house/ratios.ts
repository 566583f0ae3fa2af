import { randomUUID } from 'node:crypto'
import { addUnit } from '@shiji/server/modules/directory/add-unit'
import { listProjects } from '@shiji/server/modules/performance/list-projects'
import { onClient } from '../bare-client.ts'
import { compareInTurn, type Pair } from '../measure.ts'
import type { Asker, InProcess } from './in-process.ts'
import { SCHEMA } from './open-house.ts'

/** A unit added by its use case, ledger entry and all, against the same insert in a bare transaction. */
export function compareWrite({ pool, contextOf }: InProcess, root: Asker): Promise<Pair> {
  let count = 0
  const add = () =>
    addUnit(contextOf(SCHEMA, root), { parentId: root.unitId as never, name: nameOf(count++), kind: 'office' })
  const insert = () =>
    onClient(pool, async (client) => {
      const id = randomUUID()
      await client.query('begin')
      await client.query(
        `insert into ${SCHEMA}.directory_unit (id, parent_id, name, kind, state, ancestors) values ($1, $2, $3, 'office', 'open', $4)`,
        [id, root.unitId, nameOf(count++), [root.unitId, id]],
      )
      await client.query('commit')
    })
  return compareInTurn(add, insert)
}

/** The first page of all projects, seen from the district, against its two statements. */
export async function compareList({ pool, contextOf }: InProcess, root: Asker): Promise<Pair> {
  const list = () => listProjects(contextOf(SCHEMA, root), { search: '' })
  const select = () =>
    onClient(pool, async (client) => {
      const { rows } = await client.query(
        `select p.id, p.name, p.unit_id, u.name as unit_name from ${SCHEMA}.performance_project p
         join ${SCHEMA}.directory_unit u on u.id = p.unit_id
         where u.ancestors @> array[$1]::uuid[] order by p.id desc limit 50`,
        [root.unitId],
      )
      const ids = rows.map(({ id }) => id)
      await client.query(
        `select f.id, f.project_id, f.stage, f.year, f.version, f.indicators, f.saved_at, l.state
         from ${SCHEMA}.performance_form f left join ${SCHEMA}.performance_life l on l.form_id = f.id
         where f.project_id = any($1) order by f.year desc, f.stage`,
        [ids],
      )
    })
  return compareInTurn(list, select)
}

function nameOf(count: number): string {
  return `试验科室${count}`
}
