import type { Scope } from '@shiji/kernel/severity/ticket-class'
import type { Context } from '#platform/context'
import { inTransaction, read, type Tx } from '#platform/database/transaction'
import { slowDown } from '../clocks/slow-down.ts'
import { nameOfService } from '../desk-rules.ts'
import { lockOpenSpot } from '../spots/spot-store.ts'
import { findDistrict, findTeam } from '../teams/team-store.ts'
import { tellTeam } from '../teams/tell-team.ts'
import { saveCall } from '../tickets/save-call.ts'
import { enoughPage } from './enough-page.ts'
import { gonePage } from './gone-page.ts'
import { findReport, listWaiting, saveReport } from './report-store.ts'
import { statusPage } from './status-page.ts'
import { NO_NAME } from './words-of-report.ts'

type Input = {
  readonly code: string
  readonly secret: string
  readonly service: string
  readonly scope: Scope
  readonly what: string
  readonly name: string
  readonly contact: string
  readonly website: string
}

/** A place where so many reports wait for somebody needs no more of them. */
const MOST_WAITING = 3

/** Slowed down by address, and by place: one code that got about fills no register. */
export async function reportFault(context: Context, input: Input): Promise<File> {
  await slowDown(context)
  const { language } = context
  const { secret } = input
  // A machine is told what a person is told when the code is gone, and learns nothing.
  if (input.website !== '') return gonePage('spot', language)

  const outcome = await inTransaction(context.db, (tx) => reportOnce(tx, context, input))
  if (outcome.kind === 'gone') return gonePage('spot', language)
  if (outcome.kind === 'enough') return enoughPage(outcome, language)
  const report = await read(context.db, (reader) => findReport(reader, secret))
  return report === undefined ? gonePage('report', language) : statusPage({ ...report, secret, isNew: true }, language)
}

type Outcome =
  | { readonly kind: 'gone' | 'saved' }
  | { readonly kind: 'enough'; readonly place: string; readonly numbers: string[] }

async function reportOnce(tx: Tx, context: Context, input: Input): Promise<Outcome> {
  const spot = await lockOpenSpot(tx, input.code)
  if (spot === undefined) return { kind: 'gone' }
  if ((await findReport(tx, input.secret)) !== undefined) return { kind: 'saved' }
  const waiting = await listWaiting(tx, spot.id)
  if (waiting.length >= MOST_WAITING) {
    return { kind: 'enough', place: spot.name, numbers: waiting.map(({ number }) => number) }
  }
  await report(tx, context, { ...input, spot })
  return { kind: 'saved' }
}

type Reported = Input & { readonly spot: { readonly id: string; readonly name: string; readonly unitId: string } }

/** It becomes a ticket nobody of the desk has classified yet, and the team is told at once. */
async function report(tx: Tx, context: Context, { spot, secret, service, scope, contact, ...told }: Reported) {
  const { now, newId, language } = context
  const id = newId()
  const name = told.name === '' ? NO_NAME[language] : told.name
  const facts = { id, kind: 'incident', channel: 'qr', service, scope, contact, place: spot.name } as const
  await saveCall(tx, context, {
    ...facts,
    what: told.what === '' ? nameOfService(service, language) : told.what,
    caller: { id: null, name, unitId: spot.unitId },
    teamId: (await findTeam(tx, spot.unitId)) ?? (await findDistrict(tx)),
    lateReason: '',
    by: null,
    time: { at: now.toString(), isLate: false, aheadSeconds: 0, device: null },
  })
  await saveReport(tx, { ticketId: id, spotId: spot.id, secret, reportedAt: now })
  await tellTeam(tx, context, id)
}
