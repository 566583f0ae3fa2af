import { MOST_FILE_BYTES, MOST_PART_BYTES } from '@shiji/contract/documents'
import { REFUSALS } from '@shiji/contract/refusals'
import { say } from '@shiji/kernel/wording'
import { getLook } from '#desk/look/look-store.ts'
import { api } from './client.ts'
import { ProblemError } from './problem-error.ts'

type Sent = { readonly id: string }
type Going = { readonly id: string; readonly received: number; readonly document: Sent | null }

/** A broken line is tried again this often before the person is asked. */
const TRIES = 5
const WAIT_MS = 1_000

/**
 * Brings a file to the server. A larger one goes in parts: after a broken line, and even in a page opened anew, it goes
 * on where it stopped. A file the server would refuse for its size is not sent at all.
 */
export async function sendFile(file: File, tell: (share: number) => void): Promise<Sent> {
  if (file.size > MOST_FILE_BYTES) throw tooLarge(file)
  if (file.size <= MOST_PART_BYTES) return api.documents.addDocument({ name: file.name, file })

  const stored = `shiji.upload.${file.name}.${file.size}.${file.lastModified}`
  let upload = await resume(stored)
  if (upload === null) {
    upload = await api.documents.beginUpload({ name: file.name, bytes: file.size })
    localStorage.setItem(stored, upload.id)
  }
  while (upload.document === null) {
    tell(upload.received / file.size)
    upload = await sendPart(file, upload)
  }
  localStorage.removeItem(stored)
  return upload.document
}

/** What an earlier page began; null when there is none, or the server has swept it away. */
async function resume(stored: string): Promise<Going | null> {
  const id = localStorage.getItem(stored)
  if (id === null) return null
  return api.documents.readUpload({ id }).catch((error: ProblemError) => {
    if (error.code === 'unreachable') throw error
    return null
  })
}

async function sendPart(file: File, { id, received }: Going): Promise<Going> {
  const part = new File([file.slice(received, received + MOST_PART_BYTES)], file.name)
  for (let left = TRIES; ; left -= 1) {
    try {
      return await api.documents.addPart({ id, offset: received, part })
    } catch (error) {
      const passes = error instanceof ProblemError && ['unreachable', 'overloaded'].includes(error.code)
      if (!passes || left === 1) throw error
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS * (TRIES - left + 1)))
    }
  }
}

function tooLarge(file: File): ProblemError {
  const parameters = { megabytes: Math.ceil(file.size / 2 ** 20), limit: MOST_FILE_BYTES / 2 ** 20 }
  const detail = say(REFUSALS['file-too-large'], getLook().language, parameters)
  return new ProblemError({ code: 'file-too-large', detail, parameters, requestId: null })
}
