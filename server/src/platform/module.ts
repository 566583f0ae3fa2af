import type { AnyContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { EndpointFacts } from '@shiji/contract/endpoint'
import type { Context } from './context.ts'
import type { Listener, Listeners } from './events.ts'
import type { JobHandler } from './jobs/job.ts'
import type { Recurring } from './jobs/recurring.ts'
import type { Measure } from './measure.ts'

/** A module of the product as it introduces itself: the ten lines every module begins with. */
export type Module = {
  readonly name: string
  readonly dependsOn: readonly string[]
  readonly permissions: readonly string[]
  readonly routes: readonly Route[]
  /** What it does, in the same transaction, when a module below tells something. */
  readonly listens?: readonly Listener[]
  /** Work promised inside a transaction and done after it: `doJob(kind, useCase)`. */
  readonly jobs?: readonly JobHandler[]
  /** Work done again and again in every tenant: `recur(name, rhythm, useCase)`. */
  readonly recurring?: readonly Recurring[]
  /** What open screens may listen to (`announce`), and the permission it takes; null for everybody signed in. */
  readonly live?: Readonly<Record<string, string | null>>
  /** Figures made of its records, which prove promises: `defineMeasure(…)`. */
  readonly measures?: readonly Measure[]
}

export function listenersOf(modules: readonly Module[]): Listeners {
  return modules.flatMap(({ listens = [] }) => listens)
}

/** An endpoint of the contract joined to the use case that carries it out. */
export type Route = {
  /** The name of the use case. */
  readonly name: string
  readonly procedure: AnyContractProcedure
  readonly facts: EndpointFacts
  readonly run: (context: Context, input: unknown) => Promise<unknown>
}

export function defineModule(module: Module): Module {
  return module
}

type InputOf<P extends AnyContractProcedure> = InferSchemaOutput<NonNullable<P['~orpc']['inputSchema']>>
type OutputOf<P extends AnyContractProcedure> = Reply<InferSchemaInput<NonNullable<P['~orpc']['outputSchema']>>>

/** A reply is only read: values of the kernel, which nobody may change, are as good as any. */
type Reply<Value> = Value extends Blob | string | number
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]: Reply<Value[Key]> }
    : Value

/** The types of endpoint and use case must agree; the route itself holds no logic. */
export function route<P extends AnyContractProcedure>(
  procedure: P,
  useCase: (context: Context, input: InputOf<P>) => Promise<OutputOf<P>>,
): Route {
  return {
    name: useCase.name,
    procedure,
    facts: procedure['~orpc'].meta as EndpointFacts,
    run: (context, input) => useCase(context, input as InputOf<P>),
  }
}

/** Refuses to start with a module that lists what it must not: unknown or circular neighbours, routes nobody guards or that share a name. */
export function checkModules(modules: readonly Module[]): string[] {
  const seen = new Set<string>()
  const work = new Set<string>()
  return modules.flatMap((module) => {
    const workFaults = checkWork(module, work)
    const wrong = module.dependsOn.filter((name) => !seen.has(name)).map((name) => `${module.name} depends on ${name}`)
    seen.add(module.name)
    const names = module.routes.map(({ name }) => name)
    const twice = names.filter((name, at) => names.indexOf(name) < at)
    const unguarded = module.routes.filter(({ facts }) => facts?.access === undefined)
    const unknown = module.routes
      .map(({ facts }) => facts.access)
      .filter((access) => typeof access === 'object' && !module.permissions.includes(access.permission))
    return [
      ...wrong,
      ...workFaults,
      ...twice.map((name) => `${module.name}: two routes are called ${name}`),
      ...unguarded.map(({ procedure }) => `${module.name}: ${procedure['~orpc'].route.path} declares no access`),
      ...unknown.map((access) => `${module.name}: permission ${JSON.stringify(access)} is not its own`),
    ]
  })
}

/** Work and measures carry the name of their module and exist once. */
function checkWork({ name, jobs = [], recurring = [], measures = [] }: Module, known: Set<string>) {
  const own = [...[...jobs, ...recurring].map((work) => work.name), ...measures.map(({ key }) => key)]
  const twice = own.filter((work) => known.has(work) || !known.add(work))
  const foreign = own.filter((work) => !work.startsWith(`${name}.`))
  return [
    ...twice.map((work) => `${name}: ${work} is named twice`),
    ...foreign.map((work) => `${name}: ${work} does not begin with ${name}.`),
  ]
}
