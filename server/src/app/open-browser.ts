import type { Browser } from '@shiji/demo/demo-server'
import { makeSeededIds } from '@shiji/demo/seeded-ids'
import { findActor } from '#modules/directory'
import type { Context } from '#platform/context'
import { measuresOf } from '#platform/measure'
import { listenersOf, type Route } from '#platform/module'
import type { District } from './make-app.ts'
import { MODULES } from './modules.ts'

type Setting = { readonly district: District; readonly seed: string }

const ROUTES = new Map(
  MODULES.flatMap(({ routes }) => routes).map((route): [unknown, Route] => [route.procedure, route]),
)

const LISTENERS = listenersOf(MODULES)
const MEASURES = measuresOf(MODULES)

/** A browser without a line in between: its questions reach the use cases with the time and the chance they are given. */
export function openBrowser({ district, seed }: Setting): Browser {
  let session: string | null = null
  let asked = 0
  return {
    ask: async (procedure, input, at) => {
      asked += 1
      const requestId = `${seed}.${asked}`
      const newId = makeSeededIds(requestId)
      const context: Context = {
        ...district,
        actor: await findActor(district.db, session, at),
        now: at,
        newId: () => newId(at),
        requestId,
        language: 'zh',
        district: district.name,
        caller: { address: '', device: 'demo', session, setSession: (token) => (session = token) },
        listeners: LISTENERS,
        measures: MEASURES,
      }
      const route = ROUTES.get(procedure)
      if (route === undefined) throw new Error(`no use case carries out ${procedure['~orpc'].route.path}`)
      return route.run(context, await parse(procedure, input)) as never
    },
  }
}

async function parse(procedure: Route['procedure'], input: unknown): Promise<unknown> {
  const parsed = await procedure['~orpc'].inputSchema?.['~standard'].validate(input)
  if (parsed?.issues !== undefined)
    throw new Error(`input of ${procedure['~orpc'].route.path}: ${parsed.issues[0]?.message}`)
  return parsed?.value
}
