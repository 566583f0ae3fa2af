import type { InferContractRouterOutputs } from '@orpc/contract'
import { type DocumentId, documents } from '@shiji/contract/documents'
import { performance } from '@shiji/contract/performance'
import { say } from '@shiji/kernel/wording'
import type { Call } from '../command.ts'
import { SHEETS } from '../form/sheet-words.ts'
import { ServerRefusal, type SignedIn } from '../on-server.ts'
import { IMPORT } from './import-wording.ts'
import type { Imported } from './imported.ts'

type ReadForm = InferContractRouterOutputs<typeof performance>['readFile']['forms'][number]

/** Every form of a file as a draft of its project and year, doubts and findings with it; they are answered on its page. */
export async function importForms(signedIn: SignedIn, call: Call, file: File): Promise<Imported> {
  const { name } = file
  const { id: documentId } = await signedIn.ask(documents.addDocument, { name, file })
  const { forms } = await signedIn.ask(performance.readFile, { documentId })
  if (forms.length === 0) {
    call.tell(say(IMPORT.noForm, call.language, { file: name }))
    return { said: { file: name, forms: [] }, exitCode: 2 }
  }
  const done = []
  for (const form of forms) done.push(await importForm(signedIn, call, { form, documentId }))
  const isClear = done.every(
    ({ id, refused, doubts, errors }) =>
      (id !== null || call.flags['dry-run']) && refused === null && doubts + errors === 0,
  )
  return { said: { file: name, forms: done }, exitCode: isClear ? 0 : 2 }
}

type Given = { readonly form: ReadForm; readonly documentId: DocumentId }

async function importForm(signedIn: SignedIn, call: Call, { form, documentId }: Given) {
  const { content, findings, doubts } = form
  const { id, refused } = call.flags['dry-run']
    ? { id: null, refused: null }
    : await keep(signedIn, { content, documentId })
  const { project, year, stage } = content
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (!call.json) {
    const { language } = call
    const named = { project: project === '' ? '—' : project, year: year ?? '—', stage: say(SHEETS[stage], language) }
    const outcome = say(id === null ? IMPORT.seen : IMPORT.saved, language)
    const counted = { ...named, outcome, doubts: doubts.length, findings: findings.length }
    call.print(
      refused === null ? say(IMPORT.form, language, counted) : say(IMPORT.refused, language, { ...named, refused }),
    )
  }
  return { project, year, stage, id, refused, doubts: doubts.length, findings: findings.length, errors }
}

/** One that is refused does not keep the others from coming in. */
async function keep(
  signedIn: SignedIn,
  { content, documentId }: { content: ReadForm['content']; documentId: DocumentId },
) {
  try {
    const { id } = await signedIn.ask(performance.createForm, { content, documentId })
    return { id, refused: null }
  } catch (error) {
    if (!(error instanceof ServerRefusal)) throw error
    return { id: null, refused: error.message }
  }
}
