import { Role } from '@shiji/contract/directory'
import { loadExamples } from '@shiji/packs/load-packs'
import { makeApp } from '@shiji/server/app/make-app'
import { MODULES } from '@shiji/server/app/modules'
import { describeApi } from '@shiji/server/platform/http/open-api'
import { type Chance, makeChance } from '../chance.ts'
import { foundUnits, NOW, openSession, seat } from '../office/found-office.ts'
import type { TrialWorld } from '../trial-world.ts'
import { type Judge, makeJudge } from './judge.ts'
import { makeRequest } from './make-request.ts'
import { listOperations, type Operation } from './operations.ts'
import { makeSender } from './send.ts'

export type Finding = {
  readonly request: number
  readonly operation: string
  readonly what: string
  readonly url: string
  readonly body: string
}

type FuzzSummary = {
  readonly seed: number
  readonly requests: number
  readonly operations: number
  readonly byStatus: Readonly<Record<string, number>>
  /** Operations that answered 2xx at least once. */
  readonly entered: number
  readonly slowestMs: number
  readonly findings: readonly Finding[]
}

const MOST_FINDINGS = 50
const MOST_KNOWN = 300
/** Everyone who has a permission in the way of business, and nobody. */
const ROLES = Role.options

type Fuzz = { readonly requests: number; readonly seed: number }

/** Requests made from the document of the API, sent to a real server over a real line. */
export async function runFuzz(world: TrialWorld, { requests, seed }: Fuzz): Promise<FuzzSummary> {
  const chance = makeChance(seed)
  const { chenghu: db, files, secrets } = world
  const district = { db, files, secrets, name: '澄湖区' }
  const app = makeApp({ pool: world.pool, district, logLevel: 'silent', now: () => NOW })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const sender = makeSender(Number(new URL(address).port))
  try {
    const document = await describeApi(MODULES)
    const operations = listOperations(document)
    const known = await meetPeople(world)
    const judge = makeJudge(document)
    return await sendAll({ operations, judge, known, sender, world }, chance, requests)
  } finally {
    sender.close()
    await app.close()
  }
}

type Stage = {
  readonly operations: readonly Operation[]
  readonly judge: Judge
  readonly known: Memory
  readonly sender: ReturnType<typeof makeSender>
  readonly world: TrialWorld
}

async function sendAll(stage: Stage, chance: Chance, requests: number): Promise<FuzzSummary> {
  const { operations, judge, known, sender, world } = stage
  const findings: Finding[] = []
  const byStatus: Record<string, number> = {}
  const entered = new Set<string>()
  let slowestMs = 0
  for (let number = 1; number <= requests && findings.length < MOST_FINDINGS; number += 1) {
    const made = makeRequest(chance.pick(operations), chance, known)
    const person = chance.hit(0.85) ? chance.pick(known.people) : null
    const cookie = person === null ? null : await openSession(world.chenghu, person)
    const answer = await sender.send(made, cookie)
    slowestMs = Math.max(slowestMs, answer.took)
    const isBent = made.method !== made.operation.method || !isAddressOf(made.operation, made.url)
    const what = 'failed' in answer ? answer.failed : judgeOne(judge, made.operation, { answer, isBent })
    if (!('failed' in answer)) {
      byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1
      if (answer.status < 300) entered.add(made.operation.id)
      if (answer.status === 200 && answer.type === 'application/json') known.learn(JSON.parse(answer.text))
    }
    if (what !== null) {
      const { operation, url, body } = made
      const shown = body?.toString().slice(0, 300) ?? ''
      findings.push({ request: number, operation: operation.id, what, url: url.slice(0, 300), body: shown })
    }
  }
  const counts = { operations: operations.length, entered: entered.size, slowestMs }
  return { seed: chance.seed, requests, byStatus, ...counts, findings }
}

type Given = { readonly answer: Parameters<Judge>[1]; readonly isBent: boolean }

/** A bent address may be another route, or none: it must be answered without failing, and that is all. */
function judgeOne(judge: Judge, operation: Operation, { answer, isBent }: Given): string | null {
  const what = judge(operation, answer)
  return what !== null && isBent && answer.status < 500 && !/^(hangs|shows)/.test(what) ? null : what
}

/** `.` and `..` in an address are resolved before any route is looked for. */
function isAddressOf({ path }: Operation, url: string): boolean {
  if (/\/\.{1,2}(\/|\?|$)/.test(url)) return false
  const pattern = path.replace(/\{\w+\}/g, '[^/?]+')
  return new RegExp(`^/api${pattern}(\\?[^?]{0,6000})?$`).test(url)
}

class Memory {
  readonly people: string[] = []
  readonly ids: string[] = []
  readonly texts = new Map<string, unknown[]>()

  /** Every id an answer names may be asked for next. */
  learn(value: unknown): void {
    if (typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value)) keep(this.ids, value)
    else if (Array.isArray(value)) for (const item of value.slice(0, 5)) this.learn(item)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        if (name === 'code' && typeof item === 'string') keep(this.note('code'), item)
        this.learn(item)
      }
    }
  }

  note(name: string): unknown[] {
    const noted = this.texts.get(name) ?? []
    this.texts.set(name, noted)
    return noted
  }
}

function keep<Value>(values: Value[], value: Value): void {
  values.push(value)
  if (values.length > MOST_KNOWN) values.shift()
}

/** People of every role, and what a caller of the product would know: whole forms, good passwords, real sheets. */
async function meetPeople({ chenghu }: TrialWorld): Promise<Memory> {
  const memory = new Memory()
  const units = await foundUnits(chenghu)
  for (const role of ROLES) {
    const { personId } = await seat(chenghu, { unitId: units.root, roles: [role] })
    memory.people.push(personId)
  }
  memory.learn([...Object.values(units), ...memory.people])
  const examples = loadExamples()
  memory.note('content').push(...examples)
  memory.note('edition').push(...examples.map(({ edition }) => edition))
  memory.note('id').push(...examples.map(({ template }) => template))
  memory.note('where').push('fields.项目名称', 'indicators[0].target', 'money.yearBudget', 'indicators[1]')
  for (const name of ['password', 'next']) memory.note(name).push('Chenghu-2026-Lake')
  return memory
}
