export { findDocumentRow as findDocument } from './document-store.ts'
export { documentsModule } from './module.ts'
export { readAsDocument } from './read-as-document.ts'
export { openDocument } from './read-document.ts'
