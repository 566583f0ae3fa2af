import { documents } from '@shiji/contract/documents'
import { defineModule, route } from '#platform/module'
import { addDocument } from './add-document.ts'
import { readDocument } from './read-document.ts'

export const documentsModule = defineModule({
  name: 'documents',
  dependsOn: ['directory'],
  permissions: [],
  routes: [route(documents.addDocument, addDocument), route(documents.readDocument, readDocument)],
})
