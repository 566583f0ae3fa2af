import { useState } from 'react'
import { ProblemError } from '#desk/api/problem-error.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { sendFile } from '#desk/api/send-file.ts'
import { type FileReading, readingOptions } from './file-reading.ts'

/** A file on its way: sent, read, and then its forms or the sentence why there are none. */
export type BroughtFile = {
  readonly key: number
  readonly name: string
  readonly source: File
  readonly state: BroughtState
}

export type BroughtState =
  /** `share` of the bytes has arrived. */
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly reading: FileReading }
  | { readonly kind: 'failed'; readonly problem: ProblemError }

export function useBroughtFiles() {
  const [files, setFiles] = useState<readonly BroughtFile[]>([])

  const put = (key: number, state: BroughtState) =>
    setFiles((now) => now.map((file) => (file.key === key ? { ...file, state } : file)))

  const carry = async ({ key, source }: Pick<BroughtFile, 'key' | 'source'>): Promise<void> => {
    try {
      put(key, { kind: 'sending', share: 0 })
      const { id } = await sendFile(source, (share) => put(key, { kind: 'sending', share }))
      put(key, { kind: 'reading' })
      put(key, { kind: 'read', reading: await queryClient.fetchQuery(readingOptions(id)) })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      put(key, { kind: 'failed', problem: error })
    }
  }

  const bring = (sources: readonly File[]) => {
    const fresh = sources.map((source, at): BroughtFile => {
      return { key: files.length + at, name: source.name, source, state: { kind: 'sending', share: 0 } }
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
