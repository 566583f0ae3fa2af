import { documents } from '@shiji/contract/documents'
import { recur } from '#platform/jobs/recurring'
import { defineModule, route } from '#platform/module'
import { addDocument } from './add-document.ts'
import { addPart } from './add-part.ts'
import { beginUpload } from './begin-upload.ts'
import { checklistFulfilled } from './checklists/checklist-measure.ts'
import { dropLeftUploads } from './drop-left-uploads.ts'
import { previewDocument } from './preview-document.ts'
import { readDocument } from './read-document.ts'
import { readUpload } from './read-upload.ts'
import { searchDocuments } from './search-documents.ts'

export const documentsModule = defineModule({
  name: 'documents',
  dependsOn: ['directory'],
  permissions: [],
  routes: [
    route(documents.addDocument, addDocument),
    route(documents.readDocument, readDocument),
    route(documents.searchDocuments, searchDocuments),
    route(documents.previewDocument, previewDocument),
    route(documents.beginUpload, beginUpload),
    route(documents.readUpload, readUpload),
    route(documents.addPart, addPart),
  ],
  measures: [checklistFulfilled],
  recurring: [recur('documents.drop-left-uploads', { every: 'hour' }, dropLeftUploads)],
})
