import { emptyContent } from '@shiji/kernel/form/empty-content'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { foldForSearch, searchPairs } from '@shiji/kernel/search/search-text'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import type { Pool, PoolClient } from 'pg'
import { loadPromises } from '../sample-form.ts'

export const PEOPLE = 1_000
/** One in twenty sits at the district and sees everything. */
const SUPERVISORS = 50
const PROJECTS_PER_UNIT = 5
const YEARS = [2023, 2024, 2025, 2026] as const
/** Every unit fills in each of its projects' forms every year. */
export const DECLARATIONS = PEOPLE * PROJECTS_PER_UNIT * YEARS.length

/** The district below its root: units, people, projects and declarations with the rows of real forms. */
export async function seedDistrict(pool: Pool, schema: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`begin; set local search_path to ${schema}`)
    await seedUnits(client)
    await seedSamples(client)
    await seedForms(client)
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    client.release()
  }
}

async function seedUnits(client: PoolClient): Promise<void> {
  await client.query(`
    insert into directory_unit (id, parent_id, name, kind, ancestors)
    select unit.id, root.id, '澄湖区第' || n || '学校', 'school', array[root.id, unit.id]
    from generate_series(1, ${PEOPLE}) n, lateral (select uuidv7() as id where n > 0) unit,
      (select id from directory_unit where parent_id is null) root`)
  await client.query(`
    insert into directory_person (id, unit_id, name, login, state)
    select uuidv7(), case when n <= ${SUPERVISORS} then parent_id else id end, '张' || n, 'bench' || n, 'active'
    from (select id, parent_id, row_number() over (order by id) as n from directory_unit where kind = 'school') unit`)
  await client.query(`
    insert into directory_role (person_id, role, granted_at)
    select person.id, case unit.kind when 'school' then 'project-contact' else 'supervisor' end, now()
    from directory_person person join directory_unit unit on unit.id = person.unit_id where login like 'bench%'`)
}

/** The real forms as contents, each with the names of its indicators as they are searched. */
async function seedSamples(client: PoolClient): Promise<void> {
  await client.query('create temp table sample (n int, content jsonb, names jsonb) on commit drop')
  for (const [n, content] of sampleContents().entries()) {
    const names = content.indicators.map(({ level3 }, position) => ({
      position,
      name: level3,
      folded: foldForSearch(level3),
      pairs: searchPairs(level3),
    }))
    await client.query('insert into sample values ($1, $2, $3)', [n, JSON.stringify(content), JSON.stringify(names)])
  }
}

function sampleContents(): FormContent[] {
  const template = loadFormTemplates().find(({ id }) => id === 'CN-SH-MUNICIPAL-DECLARATION')
  if (template === undefined) throw new Error('the municipal declaration template is missing')
  const unknown = { remark: null, weight: null, actual: null, score: null, reason: null, part: null, line: null }
  const perForm = Map.groupBy(loadPromises(), ({ form }) => form)
  return [...perForm.values()].map((rows) => ({
    ...emptyContent(template),
    unit: '澄湖区信息中心',
    indicators: rows.map(({ form: _form, ...row }) => ({ ...row, ...unknown, doubts: [], rawCells: [] })),
  }))
}

async function seedForms(client: PoolClient): Promise<void> {
  await client.query(
    `insert into performance_project (id, unit_id, name, made_at, folded, pairs)
     select uuidv7(), unit.id, title.name || '（' || unit.name || '）', now(), title.folded, title.pairs
     from directory_unit unit, jsonb_to_recordset($1) as title(name text, folded text, pairs text[])
     where unit.kind = 'school'`,
    [JSON.stringify(PROJECT_NAMES.map((name) => ({ name, folded: foldForSearch(name), pairs: searchPairs(name) })))],
  )
  await client.query(`
    create temp table form on commit drop as
    select uuidv7() as id, project.id as project_id, year, person.id as saved_by, content, names,
      jsonb_array_length(names) as indicators
    from (select *, row_number() over (order by id) as n from performance_project) project
    cross join unnest(array[${YEARS.join(', ')}]) year
    cross join lateral (select id from directory_person where login like 'bench%' and unit_id = project.unit_id
      union all select id from directory_person where login = 'bench1' limit 1) person
    cross join lateral (select jsonb_set(jsonb_set(content, '{project}', to_jsonb(project.name)), '{year}', to_jsonb(year))
      as content, names from sample where sample.n = (project.n + year) % (select count(*) from sample)) filled`)
  await client.query(`
    insert into performance_form (id, project_id, stage, year, template, edition, version, content, indicators, saved_at, saved_by)
    select id, project_id, 'declaration', year, content->>'template', content->>'edition', 1, content, indicators, now(), saved_by
    from form`)
  await client.query(`
    insert into performance_form_version (form_id, version, edits, cells, content, saved_at, saved_by)
    select id, 1, '[]', 0, content, now(), saved_by from form`)
  await client.query(`
    insert into performance_indicator_name (form_id, position, name, folded, pairs)
    select form.id, position, name, folded, pairs
    from form, jsonb_to_recordset(names) as row(position int, name text, folded text, pairs text[])`)
}

const PROJECT_NAMES = [
  '校园网络运行维护',
  '教学楼屋面修缮',
  '信息系统安全测评',
  '食堂设备更新',
  '教师培训经费',
] as const
