import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseAway } from '@shiji/server/platform/database/database-away'
import { inTransaction, read } from '@shiji/server/platform/database/transaction'
import { defineJob, doJob, enqueue } from '@shiji/server/platform/jobs/job'
import { keepWorking } from '@shiji/server/platform/jobs/keep-working'
import { keepSealing } from '@shiji/server/platform/ledger/keep-sealing'
import { recordInLedger } from '@shiji/server/platform/ledger/record-in-ledger'
import type { Module } from '@shiji/server/platform/module'
import { type Colleague, makeOffice } from '@shiji/server/testing/test-office'
import { makeWork } from '@shiji/server/testing/test-work'
import { z } from 'zod'
import { SCHEMA, type TwoServers } from './two-servers.ts'

/** People who write over HTTP, changes that promise jobs, a runner that does them and a sealer, all without pause. */
export type BusyOffice = {
  /** Names of the units whose making was acknowledged. */
  readonly written: readonly string[]
  /** Numbers of the jobs whose promise was acknowledged. */
  readonly promised: readonly number[]
  readonly strange: readonly string[]
  /** Longest time any one write took from its first try to its answer, since the last look. */
  readonly longestWait: () => number
  readonly stop: () => Promise<void>
}

const CLIENTS = 4
const noteJob = defineJob('trial.note', z.object({ number: z.int() }))
const trialModule: Module = {
  name: 'trial',
  dependsOn: [],
  permissions: [],
  routes: [],
  jobs: [
    doJob(noteJob, async (context, { number }) => {
      await inTransaction(context.db, (tx) => recordInLedger(tx, context, { did: 'trial.noted', number }))
    }),
  ],
}

export async function openBusyOffice({ world, folder }: TwoServers): Promise<BusyOffice> {
  const now = () => Temporal.Now.instant()
  const office = await makeOffice(world, { now })
  const unitId = office.districtId
  const manager = await office.addPerson('manager', { unitId, roles: ['system-administrator'] })
  const state = {
    stopped: false,
    longest: 0,
    written: [] as string[],
    promised: [] as number[],
    strange: [] as string[],
  }
  const timed = async (write: () => Promise<boolean>) => {
    const began = performance.now()
    while (!(await write())) await sleep(20)
    state.longest = Math.max(state.longest, performance.now() - began)
  }

  const writers = Array.from({ length: CLIENTS }, async (_, client) => {
    for (let count = 0; !state.stopped && state.strange.length < 20; count += 1) {
      const name = `学校${client}-${count}`
      const key = randomUUID()
      await timed(() => addUnit(manager, { name, key, strange: state.strange }))
      state.written.push(name)
      await sleep(5)
    }
  })
  const promiser = (async () => {
    for (let number = 0; !state.stopped; number += 1) {
      await timed(() => promise(world, number))
      state.promised.push(number)
      await sleep(15)
    }
  })()
  const work = makeWork(world, now, [trialModule])
  const report = (event: { kind: string; error?: unknown }) => {
    if (event.kind === 'failed' || event.kind === 'retried') state.strange.push(`job ${String(event.error)}`)
  }
  const stopWorking = keepWorking({ ...work, report })
  const stopSealing = keepSealing({
    get pool() {
      return world.chenghu.pool
    },
    schema: SCHEMA,
    dataFolder: folder,
    now,
    report: () => undefined,
  })
  return {
    ...state,
    longestWait: () => {
      const { longest } = state
      state.longest = 0
      return longest
    },
    stop: async () => {
      state.stopped = true
      await Promise.all([...writers, promiser])
      await untilDone(world)
      await stopWorking()
      await stopSealing()
      await office.app.close()
    },
  }
}

/** A busy machine is no fault of the product. */
const DONE_WITHIN_MS = 240_000

/** Jobs in hand on a killed move's server are taken again when their lease has run out. */
async function untilDone({ chenghu }: TwoServers['world']): Promise<void> {
  const began = performance.now()
  while (performance.now() - began < DONE_WITHIN_MS) {
    const left = await read(chenghu, (reader) =>
      reader.selectFrom('job').select('id').where('name', '=', noteJob.name).limit(1).execute(),
    )
    if (left.length === 0) return
    await sleep(500)
  }
}

type Write = { readonly name: string; readonly key: string; readonly strange: string[] }

async function addUnit(manager: Colleague, { name, key, strange }: Write): Promise<boolean> {
  const body = { parentId: manager.unitId, name, kind: 'school' }
  const reply = await manager.ask('POST', '/units', { body, headers: { 'idempotency-key': key } })
  if (reply.status !== 200 && reply.status !== 503) strange.push(`${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.status !== 503
}

/** A promise without an answer is made again under the same key, so it is one. */
async function promise(world: TwoServers['world'], number: number): Promise<boolean> {
  const context = world.contextOf({ kind: 'system', name: 'trial' }, Temporal.Now.instant())
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
  const once = {
    actorId: id,
    key: 'promise',
    requestHash: id,
    now: context.now,
    since: context.now.subtract({ hours: 1 }),
    nextStep: () => 0,
  }
  const { schema, follow, pool } = world.chenghu
  const db = { schema, pool, once, ...(follow && { follow }) }
  try {
    await inTransaction(db, (tx) => enqueue(tx, context, { job: noteJob, payload: { number } }))
    return true
  } catch (error) {
    if (error instanceof DatabaseAway) return false
    throw error
  }
}
