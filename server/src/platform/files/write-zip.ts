import { Zip, ZipDeflate } from 'fflate'

/** Zip counts time from 1980; every entry is stamped with its first day so the same files give the same bytes. */
const FIRST_DAY_OF_ZIP = new Date(1980, 0, 1)
const LEVEL = 6

/** One file is opened at a time; what is answered are the pieces of the zip in their order. */
export async function writeZip<Entry extends { readonly path: string }>(
  entries: readonly Entry[],
  open: (entry: Entry) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let failure: Error | null = null
  const zip = new Zip((error, piece) => {
    if (error !== null) failure = error
    else pieces.push(new Uint8Array(piece))
  })
  for (const entry of entries) {
    const file = new ZipDeflate(entry.path, { level: LEVEL })
    file.mtime = FIRST_DAY_OF_ZIP
    zip.add(file)
    file.push(await open(entry), true)
    if (failure !== null) throw failure
  }
  zip.end()
  return pieces
}
