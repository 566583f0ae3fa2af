/** One file of an archive, whole. */
type TarEntry = { readonly name: string; readonly bytes: Uint8Array }

const BLOCK = 512
/** More than any file or page of rows we write; larger is not ours. */
const LARGEST = 256 * 2 ** 20

/** What `tar` can read: header, content, padding. Names have a folder and a base, each within its field. */
export function tarEntry({ name, bytes }: TarEntry): Buffer {
  const header = Buffer.alloc(BLOCK)
  const slash = name.lastIndexOf('/')
  header.write(name.slice(slash + 1), 0, 100, 'utf8')
  header.write('0000600\0', 100)
  header.write('0000000\0'.repeat(2), 108)
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write('        0', 148)
  header.write('ustar\u000000', 257)
  header.write(slash < 0 ? '' : name.slice(0, slash), 345, 155, 'utf8')
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([header, bytes, Buffer.alloc(padding(bytes.length))])
}

export const TAR_END = Buffer.alloc(2 * BLOCK)

/** The archive is cut off or was never one of ours. */
export class TarBroken extends Error {}

/** Its files one by one; throws `TarBroken` where it stops being an archive. */
export async function* readTar(stream: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const source = new Source(stream)
  for (;;) {
    const header = await source.take(BLOCK)
    if (header.every((byte) => byte === 0)) return
    const stated = Number.parseInt(textAt(header, 148, 8), 8)
    header.fill(' ', 148, 156)
    const size = Number.parseInt(textAt(header, 124, 12), 8)
    if (stated !== sumOf(header) || !(size >= 0 && size <= LARGEST)) throw new TarBroken('a header is not one')
    const folder = textAt(header, 345, 155)
    const base = textAt(header, 0, 100)
    const bytes = await source.take(size)
    await source.take(padding(size))
    yield { name: folder === '' ? base : `${folder}/${base}`, bytes }
  }
}

class Source {
  #chunks: AsyncIterator<Uint8Array>
  #rest: Buffer = Buffer.alloc(0)

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  async take(count: number): Promise<Buffer> {
    const parts = [this.#rest]
    let have = this.#rest.length
    while (have < count) {
      const { value, done } = await this.#chunks.next()
      if (done === true) throw new TarBroken('it ends too early')
      parts.push(Buffer.from(value))
      have += value.length
    }
    const all = parts.length === 1 ? this.#rest : Buffer.concat(parts)
    this.#rest = all.subarray(count)
    return all.subarray(0, count)
  }
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}

function sumOf(header: Uint8Array): number {
  return header.reduce((sum, byte) => sum + byte, 0)
}

function textAt(header: Buffer, at: number, length: number): string {
  return (
    header
      .toString('utf8', at, at + length)
      .split('\0')[0]
      ?.trim() ?? ''
  )
}
