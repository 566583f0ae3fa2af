import { raiseIncident } from '#modules/desk'
import type { Context } from '#platform/context'
import { inTransaction, read, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { listWatchedUnits } from '../day-store.ts'
import { dueTimesOf } from '../due-time.ts'
import { stateAt } from '../list-probes.ts'
import { instantOf, parseWatch, secondOf } from '../save-samples.ts'
import { sayProblem } from '../say-problem.ts'
import { endAlarm, listLooked, lockOpenAlarms, saveAlarms } from './alarm-store.ts'

const WORDS = {
  by: { zh: '系统监测', en: 'Monitoring' },
  and: { zh: '；', en: '; ' },
} as const

/** Services that went out become alarms and an incident; those that are whole again end theirs. */
export async function followOutages(context: Context): Promise<void> {
  for (const unitId of await read(context.db, listWatchedUnits)) await followUnit(context, unitId)
}

async function followUnit(context: Context, unitId: string): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const open = new Map((await lockOpenAlarms(tx, unitId)).map(({ id, service }) => [service, id]))
    const fresh: Out[] = []
    for (const [service, probes] of Map.groupBy(await lookAt(tx, context, unitId), (probe) => probe.service)) {
      const alarm = open.get(service)
      const isOut = probes.some(({ state }) => state === 'down')
      // Until somebody sees it up again, nobody knows that it is over.
      if (alarm !== undefined && !isOut && probes.some(({ state }) => state === 'up')) {
        await endAlarm(tx, alarm, context.now)
        await recordInLedger(tx, context, { did: 'watch.alarm-over', alarmId: alarm, unitId, service })
      }
      const out = probes.filter(({ state, isPlanned }) => state === 'down' && !isPlanned)
      const [first] = out.toSorted((one, other) => one.began - other.began)
      if (alarm === undefined && first !== undefined) fresh.push({ ...first, service })
    }
    if (fresh.length > 0) await raise(tx, context, { unitId, fresh })
  })
}

type Out = {
  readonly service: string
  readonly deskService: string
  readonly name: string
  readonly problem: string
  readonly began: number
}

/** How each probe stands; inside an approved window an outage raises no alarm. */
async function lookAt(tx: Tx, { now, language }: Context, unitId: string) {
  const at = secondOf(now)
  const probes = await listLooked(tx, unitId)
  const dueOf = await dueTimesOf(tx, probes, { from: at, to: at + 1 })
  return probes.map((probe) => {
    const watch = parseWatch(probe.following)
    const isDrawn = probe.stretchState === 'down'
    return {
      ...{ service: probe.service, deskService: probe.deskService, name: probe.name },
      problem: sayProblem(probe.problem, language),
      state: stateAt(watch, at),
      isPlanned: dueOf(probe).planned.some(({ from, to }) => from <= at && at < to),
      began: isDrawn ? secondOf(probe.stretchFrom) : (watch.open[0]?.at ?? at),
    }
  })
}

type Raised = { readonly unitId: string; readonly fresh: readonly Out[] }

/** What went out together is one incident: it has one cause more often than many, and a storm is one ticket. */
async function raise(tx: Tx, context: Context, { unitId, fresh }: Raised): Promise<void> {
  const { now, newId, language } = context
  const sorted = fresh.toSorted((one, other) => one.began - other.began)
  const [first] = sorted
  if (first === undefined) return
  const what = sorted.map(({ service, name, problem }) => `${service} · ${name} ${problem}`).join(WORDS.and[language])
  const ticket = await raiseIncident(tx, context, {
    ...{ unitId, service: first.deskService, what: what.slice(0, MOST_WHAT), by: WORDS.by[language] },
    at: instantOf(first.began),
  })
  const alarms = sorted.map(({ service, began }) => {
    const beganAt = instantOf(began)
    return { id: newId(), unitId, service, beganAt, raisedAt: now, ticketId: ticket.id, sourceId: null }
  })
  await saveAlarms(tx, alarms)
  const services = sorted.map(({ service }) => service)
  await recordInLedger(tx, context, { did: 'watch.alarms-raised', unitId, services, ticketId: ticket.id })
}

/** As much as a ticket shows. */
const MOST_WHAT = 500
