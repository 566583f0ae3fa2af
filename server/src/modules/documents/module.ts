import { documents } from '@shiji/contract/documents'
import { regulations } from '@shiji/contract/regulations'
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
import { listRegulations } from './regulations/list-regulations.ts'
import { openRegulation } from './regulations/open-regulation.ts'
import { registerRegulation } from './regulations/register-regulation.ts'
import { remindRegulations } from './regulations/remind-regulations.ts'
import { repealRegulation } from './regulations/repeal-regulation.ts'
import { reviewRegulation } from './regulations/review-regulation.ts'
import { searchDocuments } from './search-documents.ts'

export const documentsModule = defineModule({
  name: 'documents',
  dependsOn: ['directory', 'inbox'],
  permissions: ['documents.read', 'documents.keep'],
  routes: [
    route(documents.addDocument, addDocument),
    route(documents.readDocument, readDocument),
    route(documents.searchDocuments, searchDocuments),
    route(documents.previewDocument, previewDocument),
    route(documents.beginUpload, beginUpload),
    route(documents.readUpload, readUpload),
    route(documents.addPart, addPart),
    route(regulations.listRegulations, listRegulations),
    route(regulations.openRegulation, openRegulation),
    route(regulations.registerRegulation, registerRegulation),
    route(regulations.reviewRegulation, reviewRegulation),
    route(regulations.repealRegulation, repealRegulation),
  ],
  measures: [checklistFulfilled],
  recurring: [
    recur('documents.drop-left-uploads', { every: 'hour' }, dropLeftUploads),
    recur('documents.remind-regulations', { dailyAt: '08:10' }, remindRegulations),
  ],
})
