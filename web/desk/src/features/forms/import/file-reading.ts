import { type api, queries } from '#desk/api/client.ts'

/** The forms of a file as the server reads them. */
export type FileReading = Awaited<ReturnType<typeof api.performance.readFile>>
export type ReadForm = FileReading['forms'][number]

/** The same file always reads the same, so a reading never grows old. */
export function readingOptions(documentId: string) {
  return queries.performance.readFile.queryOptions({
    input: { documentId },
    staleTime: Number.POSITIVE_INFINITY,
  })
}
