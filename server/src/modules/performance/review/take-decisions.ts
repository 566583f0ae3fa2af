import type { Deed } from '@shiji/kernel/life/declaration-life'
import { DEED_WORDS } from '@shiji/kernel/life/life-wording'
import { say } from '@shiji/kernel/wording'
import { type Context, requirePermission, requireSignedIn } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { writeReport } from '#platform/lists/write-lists'
import { officeDay } from '#platform/office-day'

const DECISIONS = ['review', 'return', 'approve', 'reject'] as const

/** A reviewer's own batch: every decision on a declaration with its opinion and the version it was about, newest first. */
export async function takeDecisions(context: Context, { year }: { year?: number | undefined }): Promise<File> {
  requirePermission(context, 'performance.read')
  requireSignedIn(context)
  const { actor, language } = context
  const decisions = await read(context.db, (reader) => listDecisions(reader, actor.personId, year))
  const rows = decisions.map((one) => [
    String(one.year),
    one.project,
    one.unit,
    one.desk,
    say(DEED_WORDS[one.deed], language),
    one.opinion,
    officeDay(one.at).toString(),
    String(one.version),
    one.sha256,
  ])
  return writeReport(context, { words: WORDS, columns: COLUMNS, rows })
}

async function listDecisions(reader: Reader, personId: string, year: number | undefined) {
  const rows = await reader
    .selectFrom('performanceLifeStep as step')
    .innerJoin('performanceForm as form', 'form.id', 'step.formId')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit as unit', 'unit.id', 'project.unitId')
    .select(['step.deed', 'step.desk', 'step.opinion', 'step.at', 'step.version', 'step.sha256'])
    .select(['form.year', 'project.name as project', 'unit.name as unit'])
    .where('step.personId', '=', personId)
    .where('step.deed', 'in', DECISIONS)
    .$if(year !== undefined, (query) => query.where('form.year', '=', year ?? 0))
    .orderBy('step.at', 'desc')
    .orderBy('step.formId')
    .orderBy('step.number', 'desc')
    .execute()
  return rows.map(({ deed, ...row }) => ({ ...row, deed: deed as Deed }))
}

const WORDS = {
  sheet: { zh: '审核结果', en: 'Decisions' },
  file: { zh: '审核结果.xlsx', en: 'decisions.xlsx' },
  note: { zh: '截至 {day} 本人审核的申报，{count} 次。', en: 'Decisions of mine as of {day}, {count} of them.' },
  year: { zh: '年度', en: 'Year' },
  project: { zh: '项目', en: 'Project' },
  unit: { zh: '单位', en: 'Unit' },
  desk: { zh: '席位', en: 'Desk' },
  decision: { zh: '结论', en: 'Decision' },
  opinion: { zh: '意见', en: 'Opinion' },
  day: { zh: '日期', en: 'Day' },
  version: { zh: '版本', en: 'Version' },
  hash: { zh: '版本摘要值（SHA-256）', en: 'Hash of the version (SHA-256)' },
} as const

const COLUMNS = [
  ['year', 8],
  ['project', 40],
  ['unit', 24],
  ['desk', 18],
  ['decision', 10],
  ['opinion', 48],
  ['day', 12],
  ['version', 8],
  ['hash', 68],
] as const satisfies readonly (readonly [keyof typeof WORDS, number])[]
