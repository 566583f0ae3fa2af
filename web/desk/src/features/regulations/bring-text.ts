import { DocumentId } from '@shiji/contract/documents'
import { sendFile } from '#desk/api/send-file.ts'

/** The file the form has asked for, brought to the server. */
export async function bringText(file: File | null): Promise<DocumentId> {
  if (file === null) throw new Error('the form asks for a file first')
  return DocumentId.parse((await sendFile(file, () => undefined)).id)
}
