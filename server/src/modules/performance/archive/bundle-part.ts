/** One file of a bundle, with the words its table of contents says it with. */
export type Part = { readonly path: string; readonly title: string; readonly bytes: Uint8Array<ArrayBuffer> }
