import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Zip counts time from 1980; every entry is stamped with its first day so the same form gives the same bytes. */
const FIRST_DAY_OF_ZIP = new Date(1980, 0, 1)
const LEVEL = 6

/** Changes the text of one part; a part it does not know it leaves alone, null leaves the part out. */
export type PartEdit = (path: string, text: string) => string | null

/** The package again with its parts edited, in a fixed order and without the time of writing. */
export function settledZip(zipped: Uint8Array, edit: PartEdit): Uint8Array {
  const parts = Object.entries(unzipSync(zipped)).flatMap(([path, bytes]): [string, Uint8Array][] => {
    const text = edit(path, strFromU8(bytes))
    return text === null ? [] : [[path, strToU8(text)]]
  })
  return zipSync(Object.fromEntries(parts.toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))), {
    level: LEVEL,
    mtime: FIRST_DAY_OF_ZIP,
  })
}

/** Programs that sniff the kind of a file look at its first entries. */
const FIRST_PARTS = ['[Content_Types].xml', '_rels/.rels']

function rank(path: string): number {
  const place = FIRST_PARTS.indexOf(path)
  return place === -1 ? FIRST_PARTS.length : place
}
