import type { DocumentId } from '@shiji/contract/documents'
import { READ_PROBLEM_WORDING } from '@shiji/forms/read/read-wording'
import { understandForms } from '@shiji/forms/understand/understand-forms'
import { say } from '@shiji/kernel/wording'
import { openDocument, readAsDocument } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { refuse } from '#platform/refusal'
import { checkForm, sayDoubts } from './check-form.ts'
import { TEMPLATES } from './official-sheets.ts'

/** Reads the forms of a file that was brought; nothing is saved. */
export async function readFile(context: Context, { documentId }: { documentId: DocumentId }) {
  requirePermission(context, 'performance.write')
  const { language } = context
  const { name, bytes } = await openDocument(context, documentId)

  const reading = await readAsDocument({ name, bytes })
  if (!reading.ok) {
    const { code, parameters } = reading.problem
    return refuse('file-unreadable', { sentence: say(READ_PROBLEM_WORDING[code], language, parameters) })
  }

  const contents = understandForms(reading.value, TEMPLATES)
  const forms = contents.map((content) => ({
    content,
    findings: checkForm(
      content,
      language,
      contents.filter((other) => other !== content),
    ),
    doubts: sayDoubts(content, language),
  }))
  return { documentId, forms }
}
