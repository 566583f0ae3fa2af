import { MOST_FILE_BYTES } from '@shiji/contract/documents'
import { REFUSALS } from '@shiji/contract/refusals'
import { say } from '@shiji/kernel/wording'
import { useState } from 'react'
import { api } from '#desk/api/client.ts'
import { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { getLook } from '#desk/look/look-store.ts'
import { type FileReading, readingOptions } from './file-reading.ts'

/** A file on its way: sent, read, and then its forms or the sentence why there are none. */
export type BroughtFile = {
  readonly key: number
  readonly name: string
  readonly source: File
  readonly state: BroughtState
}

export type BroughtState =
  | { readonly kind: 'sending' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly reading: FileReading }
  | { readonly kind: 'failed'; readonly problem: ProblemError }

export function useBroughtFiles() {
  const [files, setFiles] = useState<readonly BroughtFile[]>([])

  const put = (key: number, state: BroughtState) =>
    setFiles((now) => now.map((file) => (file.key === key ? { ...file, state } : file)))

  const carry = async ({ key, source }: Pick<BroughtFile, 'key' | 'source'>): Promise<void> => {
    try {
      put(key, { kind: 'sending' })
      const { id } = await sendFile(source)
      put(key, { kind: 'reading' })
      put(key, { kind: 'read', reading: await queryClient.fetchQuery(readingOptions(id)) })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      put(key, { kind: 'failed', problem: error })
    }
  }

  const bring = (sources: readonly File[]) => {
    const fresh = sources.map((source, at): BroughtFile => {
      return { key: files.length + at, name: source.name, source, state: { kind: 'sending' } }
    })
    setFiles((now) => [...now, ...fresh])
    for (const file of fresh) void carry(file)
  }

  const again = (key: number) => {
    const file = files.find((it) => it.key === key)
    if (file !== undefined) void carry(file)
  }
  return { files, bring, again }
}

/** A file the server would refuse for its size is not sent at all. */
async function sendFile(file: File) {
  if (file.size <= MOST_FILE_BYTES) return api.documents.addDocument({ name: file.name, file })
  const parameters = { megabytes: Math.ceil(file.size / 2 ** 20), limit: MOST_FILE_BYTES / 2 ** 20 }
  const detail = say(REFUSALS['file-too-large'], getLook().language, parameters)
  throw new ProblemError({ code: 'file-too-large', detail, parameters, requestId: null })
}
