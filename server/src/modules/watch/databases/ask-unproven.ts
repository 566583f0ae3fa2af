import type { UnprovenEngine } from '@shiji/kernel/watch/checkup/checkup-pack'
import type { Observation } from '@shiji/kernel/watch/checkup/judge-checkup'
import { z } from 'zod'
import type { Reached } from '../probes/finding.ts'
import type { AskedDatabase, DatabaseTarget, Unasked } from './asked-database.ts'
import { openOracle } from './open-oracle.ts'
import { openSqlServer } from './open-sqlserver.ts'
import { ORACLE_FIGURES, ORACLE_QUESTIONS, ORACLE_VERSION } from './questions/oracle.ts'
import type { Question } from './questions/question.ts'
import { SQLSERVER_FIGURES, SQLSERVER_QUESTIONS, SQLSERVER_VERSION } from './questions/sqlserver.ts'
import type { Session } from './session.ts'

const ENGINES = {
  oracle: { open: openOracle, version: ORACLE_VERSION, figures: ORACLE_FIGURES, questions: ORACLE_QUESTIONS },
  sqlserver: {
    open: openSqlServer,
    ...{ version: SQLSERVER_VERSION, figures: SQLSERVER_FIGURES, questions: SQLSERVER_QUESTIONS },
  },
} as const

const Version = z.object({ version: z.string() })
const Figure = z.object({ name: z.string(), value: z.coerce.number().nullable() })
const Row = z
  .object({ rule: z.string(), subject: z.coerce.string().nullable(), value: z.coerce.number().nullable() })
  .catchall(z.unknown())

/** What the codes of the drivers say of a right that is missing and of an answer that did not come. */
const NOT_PERMITTED = ['ORA-00942', 'ORA-01031', '229', '297', '300', '916', '371']
const TOO_SLOW = ['NJS-123', 'DPI-1067', 'ETIMEOUT']

/** Looks into an Oracle or SQL Server by reading alone. Throws when it cannot be reached or entered. */
export async function askUnproven(
  target: DatabaseTarget & { readonly engine: UnprovenEngine },
  reached: Reached,
): Promise<AskedDatabase> {
  const { engine } = target
  const { open, version, figures, questions } = ENGINES[engine]
  const session = await open(target, reached)
  try {
    const [first] = await session.rows(version)
    const counted = []
    for (const sql of figures) counted.push(...(await readFigures(session, sql)))
    const answers = []
    for (const question of questions) answers.push(await ask(session, question))
    return {
      ...{ engine, version: Version.parse(first).version },
      figures: Object.fromEntries(counted),
      observations: answers.flatMap(({ seen }) => seen),
      unasked: answers.flatMap(({ unasked }) => unasked),
    }
  } finally {
    session.close()
  }
}

/** A figure that may not be seen is left out. */
async function readFigures(session: Session, sql: string): Promise<[string, number][]> {
  const { rows } = await asAnswered(() => session.rows(sql))
  return (rows ?? [])
    .map((row) => Figure.parse(row))
    .flatMap(({ name, value }): [string, number][] => (value === null ? [] : [[name, value]]))
}

type Answered = { readonly seen: readonly Observation[]; readonly unasked: readonly Unasked[] }

async function ask(session: Session, { area, sql }: Question): Promise<Answered> {
  const { rows, code } = await asAnswered(() => session.rows(sql))
  if (rows !== null) return { seen: rows.map(observationOf), unasked: [] }
  return { seen: [], unasked: [{ area, code, reason: reasonOf(code) }] }
}

type Rows = Awaited<ReturnType<Session['rows']>>
type RowsOrCode = { readonly rows: Rows; readonly code: '' } | { readonly rows: null; readonly code: string }

/** A lost line ends the check; a question the database refuses does not. */
async function asAnswered(asked: () => Promise<Rows>): Promise<RowsOrCode> {
  try {
    return { rows: await asked(), code: '' }
  } catch (error) {
    const { code = '', number } = error as { code?: string; number?: number }
    const said = number === undefined ? code : String(number)
    const isAnswer = number !== undefined || code.startsWith('ORA-') || TOO_SLOW.includes(code)
    if (!isAnswer) throw error
    return { rows: null, code: said }
  }
}

function reasonOf(code: string): Unasked['reason'] {
  if (NOT_PERMITTED.includes(code)) return 'not-permitted'
  return TOO_SLOW.includes(code) ? 'too-slow' : 'not-there'
}

function observationOf(row: Readonly<Record<string, unknown>>): Observation {
  const { rule, subject, value, ...rest } = Row.parse(row)
  const shown = Object.entries(rest).flatMap(([key, said]) =>
    typeof said === 'string' || typeof said === 'number' ? [[key, said] as const] : [],
  )
  return {
    rule,
    subject: subject ?? '',
    value: value === null ? null : Math.floor(value),
    shown: Object.fromEntries(shown),
  }
}
