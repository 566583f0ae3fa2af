import type { FormContent } from '@shiji/kernel/form/form-content'
import { loadExamples } from '@shiji/packs/load-packs'
import type { Answer, Colleague } from './test-office.ts'

/** A filled self-evaluation of an invented office. */
export const SELF_EVALUATION = exampleOf('CN-SH-MUNICIPAL-SELF-EVALUATION')

export function exampleOf(template: string): FormContent {
  const content = loadExamples().find((example) => example.template === template)
  if (content === undefined) throw new Error(`no example of ${template}`)
  return content
}

export function createForm(who: Colleague, changes: Partial<FormContent> = {}): Promise<Answer> {
  return who.ask('POST', '/forms', { body: { content: { ...SELF_EVALUATION, ...changes }, documentId: null } })
}

type Edit = { readonly where: string; readonly was: string; readonly now: string }
type Seen = { readonly id: string; readonly version: number }

export function change(where: string, was: string, now: string): Edit {
  return { where, was, now }
}

/** Edits as a person sends them who looks at this version. */
export function editForm(who: Colleague, { id, version }: Seen, edits: readonly Edit[], key?: string): Promise<Answer> {
  const headers = key === undefined ? {} : { 'idempotency-key': key }
  return who.ask('POST', `/forms/${id}/edits`, { body: { version, edits }, headers })
}
