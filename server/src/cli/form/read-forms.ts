import { basename, extname } from 'node:path'
import { readDocument } from '@shiji/forms/read/read-document'
import { READ_LIMITS } from '@shiji/forms/read/read-limits'
import { READ_NOTE_WORDING, READ_PROBLEM_WORDING } from '@shiji/forms/read/read-wording'
import { understandForms } from '@shiji/forms/understand/understand-forms'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import type { LintFinding } from '@shiji/kernel/lint/lint-finding'
import { lintForm } from '@shiji/kernel/lint/lint-form'
import { say } from '@shiji/kernel/wording'
import { loadFormTemplates, loadLintWords } from '@shiji/packs/load-packs'
import { CLI } from '../cli-wording.ts'
import { type Call, CallRefused } from '../command.ts'
import { loadBytes } from '../input-file.ts'
import { contentOfJson } from './content-json.ts'

/** One form of a file with the template it was recognised by and what the lint says of it. */
export type ReadForm = {
  readonly file: string
  readonly content: FormContent
  readonly template: FormTemplate | null
  readonly findings: readonly LintFinding[]
}

/** Reads every form of a file; refuses with exit code 3 and the reader's own sentence when there is none to read. */
export async function readForms(file: string, call: Call): Promise<ReadForm[]> {
  const bytes = await loadBytes(file, READ_LIMITS.fileBytes, call)
  const templates = loadFormTemplates()
  const known = contentOfJson(bytes)
  if (known === null && extname(file).toLowerCase() === '.json') {
    throw new CallRefused(say(CLI.jsonUnreadable, call.language, { file }), 3)
  }
  const contents = known ?? (await contentOfDocument(file, bytes, { templates, call }))
  const words = loadLintWords()
  return contents.map((content) => {
    const template = templateOf(content, templates)
    const sisterForms = contents.filter((other) => other !== content)
    return { file, content, template, findings: lintForm(content, template, { sisterForms, words }) }
  })
}

function templateOf(content: FormContent, templates: readonly FormTemplate[]): FormTemplate | null {
  return templates.find(({ id, edition }) => id === content.template && edition === content.edition) ?? null
}

type Reading = { readonly templates: readonly FormTemplate[]; readonly call: Call }

async function contentOfDocument(
  file: string,
  bytes: Uint8Array,
  { templates, call }: Reading,
): Promise<FormContent[]> {
  const read = await readDocument(bytes, { name: basename(file), signal: call.signal })
  if (!read.ok) {
    const { code, parameters } = read.problem
    throw new CallRefused(`${file}: ${say(READ_PROBLEM_WORDING[code], call.language, parameters)}`, 3)
  }
  for (const { code, parameters } of read.value.notes) {
    call.tell(`${file}: ${say(READ_NOTE_WORDING[code], call.language, parameters)}`)
  }
  return understandForms(read.value, templates)
}
