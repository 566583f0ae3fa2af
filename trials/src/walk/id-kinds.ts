import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** Which schema of the contract is the id of what: `FormId`, `UnitId`. Found by looking, so that no new one is missed. */
export type IdKinds = ReadonlyMap<unknown, string>

export async function findIdKinds(): Promise<IdKinds> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@shiji/contract/endpoint')))
  const names = (await readdir(folder)).filter((name) => /^[a-z-]+\.ts$/.test(name))
  const modules = await Promise.all(
    names.map((name): Promise<object> => import(`@shiji/contract/${name.slice(0, -3)}`)),
  )
  const exported = modules.flatMap((module) => Object.entries(module))
  const ids = exported.filter(([name, value]) => /^[A-Z]\w*Id$/.test(name) && value instanceof z.ZodType)
  return new Map(ids.map(([name, schema]) => [schema, name]))
}

/** What stands in a value where the contract says so: ids of things, and texts by their name. */
export type Harvest = {
  readonly ids: Map<string, string[]>
  readonly texts: Map<string, string>
}

export function emptyHarvest(): Harvest {
  return { ids: new Map(), texts: new Map() }
}

/** Goes along schema and value together and notes every id, and the texts the answer itself is made of. */
export function harvest(schema: z.core.$ZodType, value: unknown, kinds: IdKinds, into: Harvest): void {
  const texts = typeof value === 'object' && value !== null ? Object.entries(value) : []
  for (const [name, text] of texts) if (typeof text === 'string') into.texts.set(name, text)
  gather(schema, value, kinds, into)
}

function gather(schema: z.core.$ZodType, value: unknown, kinds: IdKinds, into: Harvest): void {
  const kind = kinds.get(schema)
  if (kind !== undefined && typeof value === 'string') {
    const known = into.ids.get(kind) ?? []
    if (!known.includes(value)) into.ids.set(kind, [...known, value])
    return
  }
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'object') {
    const record = typeof value === 'object' && value !== null ? Object.entries(value) : []
    for (const [name, item] of record) {
      const property = def.shape[name]
      if (property !== undefined) gather(property, item, kinds, into)
    }
  }
  if (def.type === 'array') for (const item of Array.isArray(value) ? value : []) gather(def.element, item, kinds, into)
  if (def.type === 'optional' || def.type === 'nullable') gather(def.innerType, value, kinds, into)
}
