import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Loaded } from '#desk/kit/loaded.tsx'
import { readingOptions } from './file-reading.ts'
import { ReviewForms } from './review-forms.tsx'

/** 导入核对: what the file said beside how it was read, doubt by doubt, before anything is saved. */
export function ReviewPage() {
  const { documentId } = useParams({ from: '/desk/declare/$documentId' })
  const reading = useQuery(readingOptions(documentId))
  return <Loaded query={reading}>{(read) => <ReviewForms key={read.documentId} reading={read} />}</Loaded>
}
