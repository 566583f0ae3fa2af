import { DeputyId, type DeputyRow } from '@shiji/contract/flow-deputies'
import type { z } from 'zod'
import { sendMessages } from '#modules/inbox'
import { type Context, type PersonContext, requireSignedIn } from '#platform/context'
import { inTransaction, type Reader, read, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { announce } from '#platform/live/announce'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { flowNames } from '../flow-graphs.ts'
import { namesOf } from '../people/names.ts'

type Row = z.infer<typeof DeputyRow>

export async function listDeputies(context: Context) {
  requireSignedIn(context)
  const { personId } = context.actor
  return read(context.db, async (reader) => {
    const flows = await flowNames(reader, context.language)
    const rowsOf = (side: 'principal' | 'deputy') => deputyRows(reader, context, { side, personId, flows })
    const known = [...flows].map(([key, name]) => ({ key, name }))
    return { given: await rowsOf('principal'), held: await rowsOf('deputy'), flows: known }
  })
}

type Side = {
  readonly side: 'principal' | 'deputy'
  readonly personId: string
  readonly flows: ReadonlyMap<string, string>
}

const SHOWN = 50

async function deputyRows(reader: Reader, { now }: PersonContext, { side, personId, flows }: Side): Promise<Row[]> {
  const rows = await reader
    .selectFrom('flowDeputy')
    .innerJoin('directoryPerson as one', 'one.id', 'flowDeputy.principal')
    .innerJoin('directoryPerson as other', 'other.id', 'flowDeputy.deputy')
    .select(['flowDeputy.id', 'one.name as principal', 'other.name as deputy'])
    .select(['flowDeputy.beginsAt', 'flowDeputy.endsAt', 'flowDeputy.flows', 'flowDeputy.reason'])
    .where(`flowDeputy.${side}`, '=', personId)
    .orderBy('flowDeputy.endsAt', 'desc')
    .limit(SHOWN)
    .execute()
  const stateOf = (beginsAt: Temporal.Instant, endsAt: Temporal.Instant): Row['state'] => {
    if (Temporal.Instant.compare(endsAt, now) <= 0) return 'over'
    return Temporal.Instant.compare(beginsAt, now) <= 0 ? 'now' : 'to-come'
  }
  return rows.map(({ id, beginsAt, endsAt, flows: keys, ...row }) => ({
    ...row,
    id: DeputyId.parse(id),
    beginsAt: beginsAt.toString(),
    endsAt: endsAt.toString(),
    flows: keys.map((key) => flows.get(key) ?? key),
    state: stateOf(beginsAt, endsAt),
  }))
}

type Given = {
  readonly deputy: string
  readonly beginsAt: string
  readonly endsAt: string
  readonly flows: readonly string[]
  readonly reason: string
}

export async function setDeputy(context: Context, given: Given): Promise<{ id: DeputyId }> {
  requireSignedIn(context)
  const { deputy, flows, reason } = given
  const principal = context.actor.personId
  const beginsAt = Temporal.Instant.from(given.beginsAt)
  const endsAt = Temporal.Instant.from(given.endsAt)
  return inTransaction(context.db, async (tx) => {
    await requireActive(tx, deputy)
    if (deputy === principal) refuse('deputy-self')
    if (!isWindow({ now: context.now, beginsAt, endsAt })) refuse('deputy-window')

    const id = DeputyId.parse(context.newId())
    await tx
      .insertInto('flowDeputy')
      .values({ id, principal, deputy, beginsAt, endsAt, flows: [...new Set(flows)], reason })
      .execute()
    await recordInLedger(tx, context, { did: 'flow.deputy-set', deputyId: id, principal, ...given })
    const actor = (await namesOf(tx, [principal])).get(principal) ?? ''
    const parameters = {
      actor,
      from: officeDay(beginsAt).toString(),
      until: officeDay(endsAt).toString(),
      opinion: reason,
    }
    const about = { subjectKind: 'deputy', subjectId: id }
    await announce(tx, { topic: 'tasks', about: null, people: [deputy] })
    await sendMessages(tx, context, [{ personId: deputy, code: 'deputy-set', parameters, ...about }])
    return { id }
  })
}

const LONGEST_DAYS = 366

type Window = { readonly now: Temporal.Instant; readonly beginsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }

function isWindow({ now, beginsAt, endsAt }: Window): boolean {
  const isAhead = Temporal.Instant.compare(beginsAt, endsAt) < 0 && Temporal.Instant.compare(now, endsAt) < 0
  return isAhead && endsAt.since(beginsAt).total('hours') <= LONGEST_DAYS * 24
}

async function requireActive(tx: Tx, personId: string): Promise<void> {
  const found = await tx
    .selectFrom('directoryPerson')
    .select('id')
    .where('id', '=', personId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (found === undefined) refuse('not-found')
}

/** The principal takes the desk back, or the deputy hands it back. What never began leaves no row; the ledger knows it. */
export async function endDeputy(context: Context, { id }: { id: DeputyId }) {
  requireSignedIn(context)
  const { now, actor } = context
  await inTransaction(context.db, async (tx) => {
    const row = await tx.selectFrom('flowDeputy').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    const isOwn = row?.principal === actor.personId || row?.deputy === actor.personId
    if (row === undefined || !isOwn || Temporal.Instant.compare(row.endsAt, now) <= 0) refuse('not-found')

    if (Temporal.Instant.compare(row.beginsAt, now) < 0) {
      await tx.updateTable('flowDeputy').set({ endsAt: now }).where('id', '=', id).execute()
    } else {
      await tx.deleteFrom('flowDeputy').where('id', '=', id).execute()
    }
    const { principal, deputy } = row
    await recordInLedger(tx, context, { did: 'flow.deputy-ended', deputyId: id, principal, deputy })
    await announce(tx, { topic: 'tasks', about: null, people: [deputy] })
  })
  return {}
}
