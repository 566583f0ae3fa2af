import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { dumpSchema, writeRowTypes } from './describe-schema.ts'

const ROW_TYPES = join(import.meta.dirname, 'row-types.ts')
const DUMP = join(import.meta.dirname, '..', '..', '..', 'migrations', 'schema.sql')

type GeneratedFile = { readonly path: string; readonly text: string }

/** The two files that mirror the migrated database: what the compiler reads and what people read. */
export async function describeGenerated(client: ClientBase, schema: string): Promise<GeneratedFile[]> {
  return [
    { path: ROW_TYPES, text: await writeRowTypes(client, schema) },
    { path: DUMP, text: await dumpSchema(client, schema) },
  ]
}

export async function findDrift(files: readonly GeneratedFile[]): Promise<string[]> {
  const current = await Promise.all(files.map(({ path }) => readFile(path, 'utf8').catch(() => '')))
  return files.filter(({ text }, index) => text !== current[index]).map(({ path }) => path)
}

export async function writeGenerated(files: readonly GeneratedFile[]): Promise<void> {
  for (const { path, text } of files) await writeFile(path, text)
}
