import type { Channel } from '@shiji/contract/desk'
import { TicketId } from '@shiji/contract/desk'
import { ChangeId } from '@shiji/contract/desk-changes'
import { ProjectId } from '@shiji/contract/performance'
import { nextDeeds } from '@shiji/kernel/ticket/decide-deed'
import { type Entry, sayEntry } from '@shiji/kernel/ticket/say-entry'
import type { Manner } from '@shiji/kernel/ticket/ticket-deed'
import { standingOf } from '@shiji/kernel/ticket/ticket-life'
import type { Language } from '@shiji/kernel/wording'
import type { z } from 'zod'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { windowsAtReport } from '../changes/approved-windows.ts'
import { listClockFaces } from '../clocks/clock-store.ts'
import { DESK_RULES, nameOfCause } from '../desk-rules.ts'
import { nameProject } from '../lines/desk-projects.ts'
import { listNoticesOf } from '../notices/notice-store.ts'
import { findProblemOf } from '../problems/problem-store.ts'
import { permissionFor } from './deed-permission.ts'
import { lifeOf, listEntries } from './event-store.ts'
import { findTicketRow, type RawTicket, showTicket } from './ticket-rows.ts'

export async function openTicket(context: Context, { id }: { id: string }) {
  requirePermission(context, 'desk.read')
  return read(context.db, (reader) => readTicket(reader, context, id))
}

export type OpenTicket = Awaited<ReturnType<typeof readTicket>>

export async function readTicket(reader: Reader, context: PersonContext, id: string) {
  // Asked for together; who may not see the ticket is told nothing of all this.
  const [found, faces, entries, problem, plannedWork, notices] = await Promise.all([
    findTicketRow(reader, context.actor, id),
    listClockFaces(reader, { ticketIds: [id] }),
    listEntries(reader, { ticketId: id }),
    findProblemOf(reader, id),
    plannedWorkOf(reader, id),
    listNoticesOf(reader, context, id),
  ])
  const row = found ?? refuse('not-found')
  const shown = showTicket(row, faces, context)
  const whole = { ...(await showWhole(reader, context, row)), problem }
  const said = entries.map((entry) => showEntry(entry, context.language))
  return { ...shown, ...whole, entries: said, plannedWork, notices, deeds: deedsOf(context, row, entries) }
}

async function showWhole(reader: Reader, { actor, language }: PersonContext, row: RawTicket) {
  const { mergedInto, projectId } = row
  const [into, project] = await Promise.all([
    mergedInto === null ? undefined : findTicketRow(reader, actor, mergedInto),
    projectId === null ? null : showProject(reader, projectId, row.isProjectByHand),
  ])
  return {
    channel: row.channel as z.infer<typeof Channel>,
    contact: row.contact,
    isPeak: row.isPeak,
    manner: row.manner as z.infer<typeof Manner> | null,
    cause: row.cause === null ? null : nameOfCause(row.cause, language),
    mergedInto: into === undefined ? null : { id: TicketId.parse(into.id), number: into.number },
    project,
    lateReason: row.lateReason,
    agreement: { name: DESK_RULES.name[language], version: row.rulesVersion, timeZone: row.timeZone },
  }
}

async function showProject(reader: Reader, id: string, isByHand: boolean) {
  return { id: ProjectId.parse(id), name: await nameProject(reader, id), isByHand }
}

type Entered = Awaited<ReturnType<typeof listEntries>>[number]

function showEntry(entry: Entered, language: Language) {
  const { number, kind, at, enteredAt, who, isLate, device, aheadSeconds, detail } = entry
  const said = detail as Entry
  const cause = said.kind === 'deed' && said.deed.kind === 'close' ? nameOfCause(said.deed.cause, language) : ''
  return {
    number,
    kind,
    at: at.toString(),
    enteredAt: enteredAt.toString(),
    who: who ?? '',
    sentence: sayEntry(said.kind === 'deed' ? { ...said, cause } : said, language),
    isLate,
    device,
    aheadSeconds,
  }
}

async function plannedWorkOf(reader: Reader, ticketId: string) {
  const windows = await windowsAtReport(reader, ticketId)
  return windows.map(({ changeId, number, from: begins, until }) => ({
    id: ChangeId.parse(changeId),
    number,
    from: begins.toString(),
    until: until.toString(),
  }))
}

function deedsOf({ actor }: PersonContext, row: RawTicket, entries: readonly Entered[]) {
  const standing = standingOf(lifeOf(entries))
  if (!standing.ok) throw new Error(`ticket ${row.id}: ${standing.problem.code}`)
  return nextDeeds(standing.value, { isConfirmed: row.confirmedAt !== null }).filter((kind) => {
    if (kind === 'confirm' && row.classifiedBy === actor.personId) return false
    return actor.permissions.has(permissionFor(kind, row))
  })
}
