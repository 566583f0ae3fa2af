import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'

export type FormName =
  | 'cloud-office'
  | 'database-support'
  | 'office-site-operation'
  | 'office-site-upgrade'
  | 'operation-improvement'
  | 'school-operation'
  | 'self-evaluation-pilot'
  | 'self-evaluation-services'

/** What a form says anew each time it is filed. */
export type Filled = {
  readonly year: number
  readonly filed: string
  readonly leader: string
  readonly contact: string
  readonly school: string
}

const DATA_FOLDER = join(import.meta.dirname, '../../data')

/** Indicators and targets are those of published forms; names, texts and places are invented. */
export function fillForm(name: FormName, filled: Filled): FormContent {
  const text = readFileSync(join(DATA_FOLDER, `${name}.json`), 'utf8')
  const values = new Map(Object.entries(filled))
  const complete = text.replace(/\{(\w+)\}/g, (mark, key: string) => String(values.get(key) ?? mark))
  return FormContentSchema.parse({ ...JSON.parse(complete), year: filled.year })
}
