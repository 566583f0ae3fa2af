import { isPlanned } from '@shiji/kernel/watch/availability'
import { type Language, say } from '@shiji/kernel/wording'
import { raiseIncident } from '#modules/desk'
import type { Context } from '#platform/context'
import { inTransaction, read, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { saveAlarms } from '../alarms/alarm-store.ts'
import { dueTimesOf } from '../due-time.ts'
import { secondOf } from '../save-samples.ts'
import {
  endQuiet,
  endSilent,
  type FreshSignal,
  linkSignals,
  listFresh,
  listOpenOf,
  listStirred,
  lockSource,
} from './signal-store.ts'

const WORDS = {
  one: { zh: '{about} {title}', en: '{about} {title}' },
  and: { zh: '；', en: '; ' },
  storm: { zh: '{count} 处告警：', en: '{count} alarms: ' },
} as const

/** As much as a ticket shows. */
const MOST_WHAT = 500
/** What was heard and held back longer ago is not raised any more. */
const HELD_HOURS = 24
/** So many things out together are a storm: what comes in the minutes after it belongs to the same incident. */
const STORM = 5
const STORM_MINUTES = 10

/** Every minute: what other monitors said becomes alarms and, together, one incident; what is over ends its alarm. */
export async function followSignals(context: Context): Promise<void> {
  for (const sourceId of await read(context.db, listStirred)) {
    await inTransaction(context.db, (tx) => followSource(tx, context, sourceId))
  }
}

type Source = Awaited<ReturnType<typeof lockSource>>

async function followSource(tx: Tx, context: Context, sourceId: string): Promise<void> {
  const { now } = context
  const source = await lockSource(tx, sourceId)
  await endSilent(tx, sourceId, now)
  const fresh = await dueSignals(tx, source, now)
  const open = await listOpenOf(tx, sourceId)
  const alarmOf = new Map(open.map(({ service, id }) => [service, id]))
  const known = fresh.flatMap(({ id, about }) => {
    const alarmId = alarmOf.get(about)
    return alarmId === undefined ? [] : [{ id, alarmId }]
  })
  await linkSignals(tx, known)
  const unknown = fresh.filter(({ about }) => !alarmOf.has(about))
  if (unknown.length > 0) await raise(tx, context, { source, signals: unknown, open })
  for (const alarmId of await endQuiet(tx, sourceId, now)) {
    await recordInLedger(tx, context, { did: 'watch.alarm-over', alarmId, unitId: source.unitId, sourceId })
  }
}

/** Inside an approved window nothing is raised: what is over by its end never is, what still fires is then. */
async function dueSignals(tx: Tx, { id, unitId, deskService }: Source, now: Temporal.Instant): Promise<FreshSignal[]> {
  const fresh = await listFresh(tx, id, now.subtract({ hours: HELD_HOURS }))
  const at = secondOf(now)
  const from = Math.min(at, ...fresh.map(({ heardAt }) => secondOf(heardAt)))
  const place = { unitId, deskService }
  const { planned } = (await dueTimesOf(tx, [place], { from, to: at + 1 }))(place)
  return fresh.filter(({ heardAt, overAt }) => {
    const until = overAt === null ? at + 1 : Math.max(secondOf(overAt), secondOf(heardAt) + 1)
    return !isPlanned({ from: overAt === null ? at : secondOf(heardAt), to: until }, planned)
  })
}

type Raised = {
  readonly source: Source
  readonly signals: readonly FreshSignal[]
  readonly open: Awaited<ReturnType<typeof listOpenOf>>
}

async function raise(tx: Tx, context: Context, { source, signals, open }: Raised): Promise<void> {
  const { now, newId } = context
  const groups = [...Map.groupBy(signals, ({ about }) => about)].map(([about, said]) => ({ about, said, id: newId() }))
  const storm = ticketOfStorm(open, now)
  const ticketId = storm ?? (await raiseOne(tx, context, { source, groups }))
  const alarms = groups.map(({ id, about, said }) => ({
    ...{ id, unitId: source.unitId, service: about, sourceId: source.id, ticketId, raisedAt: now },
    beganAt: beginningOf(said, source),
  }))
  await saveAlarms(tx, alarms)
  await linkSignals(
    tx,
    groups.flatMap(({ id: alarmId, said }) => said.map(({ id }) => ({ id, alarmId }))),
  )
  const told = { sourceId: source.id, ticketId, signals: signals.length, alarms: alarms.length }
  await recordInLedger(tx, context, { did: 'watch.signals-raised', unitId: source.unitId, ...told })
}

/** The incident of a storm that is not over, while it is young. */
function ticketOfStorm(open: Raised['open'], now: Temporal.Instant): string | null {
  const since = now.subtract({ minutes: STORM_MINUTES })
  const young = open.filter(({ raisedAt }) => Temporal.Instant.compare(raisedAt, since) >= 0)
  const storms = [...Map.groupBy(young, ({ ticketId }) => ticketId)].filter(([, alarms]) => alarms.length >= STORM)
  return storms[0]?.[0] ?? null
}

type Group = { readonly about: string; readonly said: readonly FreshSignal[] }

async function raiseOne(
  tx: Tx,
  context: Context,
  { source, groups }: { source: Source; groups: readonly Group[] },
): Promise<string> {
  const { unitId, deskService, name } = source
  const [first] = groups
  const at = first === undefined ? context.now : beginningOf(first.said, source)
  const what = whatOf(groups, context.language)
  const ticket = await raiseIncident(tx, context, { unitId, service: deskService, what, by: name, at })
  return ticket.id
}

function whatOf(groups: readonly Group[], language: Language): string {
  const lines = groups.flatMap(({ about, said }) =>
    said.slice(0, 1).map(({ title }) => say(WORDS.one, language, { about, title })),
  )
  const head = groups.length > 1 ? say(WORDS.storm, language, { count: groups.length }) : ''
  return `${head}${lines.join(say(WORDS.and, language))}`.slice(0, MOST_WHAT)
}

/** What fired before the source was let in counts from when it was heard. */
function beginningOf(said: readonly FreshSignal[], { madeAt }: Source): Temporal.Instant {
  const moments = said.map(({ beganAt, heardAt }) =>
    Temporal.Instant.compare(beganAt, madeAt) < 0 ? heardAt : beganAt,
  )
  return moments.toSorted(Temporal.Instant.compare)[0] ?? madeAt
}
