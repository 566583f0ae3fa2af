import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { KEY_BYTES, makeSecretBox, type SecretBox, type SecretKey } from './secret-box.ts'

/** In the data folder, beside the database and not in it: a stolen dump or backup opens nothing. */
export const KEY_FILE = 'secrets.key'

/** The key file is there and says nothing a key can be made of. */
export class KeyFileUnreadable extends Error {
  readonly file: string

  constructor(file: string) {
    super(file)
    this.file = file
    this.name = 'KeyFileUnreadable'
  }
}

/** The box of this data folder; its key is made on the first start. Several server processes share one file. */
export async function openSecretBox(dataFolder: string): Promise<SecretBox> {
  const file = join(dataFolder, KEY_FILE)
  const kept = await readKeys(file)
  if (kept !== null) return makeSecretBox(kept)
  await makeKeyFile(dataFolder, file)
  // Read back: another process may have been first.
  const made = await readKeys(file)
  if (made === null) throw new KeyFileUnreadable(file)
  return makeSecretBox(made)
}

/** A line a key, the newest first: `<id> <32 bytes in base64>`. Null without a file. */
async function readKeys(file: string): Promise<readonly [SecretKey, ...SecretKey[]] | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const [first, ...others] = lines.map((line) => readKey(line) ?? unreadable(file))
  return first === undefined ? unreadable(file) : [first, ...others]
}

function readKey(line: string): SecretKey | null {
  const [, id, text] = /^([0-9a-f]{8}) ([A-Za-z0-9+/]{43}=)$/.exec(line.trim()) ?? []
  if (id === undefined || text === undefined) return null
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === KEY_BYTES ? { id, bytes } : null
}

function unreadable(file: string): never {
  throw new KeyFileUnreadable(file)
}

/** Written whole under another name and then linked, so nobody ever reads half a key. */
async function makeKeyFile(dataFolder: string, file: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const id = randomBytes(4).toString('hex')
  const making = `${file}.${id}`
  const handle = await open(making, 'wx', 0o600)
  try {
    await handle.writeFile(`${id} ${randomBytes(KEY_BYTES).toString('base64')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    await link(making, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(making, { force: true })
  }
}
