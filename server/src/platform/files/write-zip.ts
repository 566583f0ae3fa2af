import { type StoredEntry, writeStoredZip, type ZipText } from '@shiji/kernel/bundle/stored-zip'

export const ZIP_TEXT: ZipText = {
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder().decode(bytes),
}

/** One file is opened at a time; what is answered are the pieces of the zip in their order. The same files give the same bytes. */
export async function writeZip<Entry extends { readonly path: string }>(
  entries: readonly Entry[],
  open: (entry: Entry) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const stored: StoredEntry[] = []
  for (const entry of entries) stored.push({ path: entry.path, bytes: await open(entry) })
  return writeStoredZip(stored, ZIP_TEXT)
}
