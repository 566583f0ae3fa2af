import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from './file-store.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SHA256 = /^[0-9a-f]{64}$/

/**
 * One folder, `ab/cd…` for the hash `abcd…`: nothing a caller says is ever part of a path. Written beside, made durable,
 * then renamed: a file of that name is whole, whenever the power went.
 */
export function makeDiskFileStore(folder: string): FileStore {
  return {
    save: async (bytes) => {
      const sha256 = hashOf(bytes)
      if (!(await holds(folder, sha256, bytes.length))) await write(folder, sha256, bytes)
      return sha256
    },
    open: async (sha256) => {
      const bytes = new Uint8Array(await readFile(pathOf(folder, sha256)))
      if (hashOf(bytes) !== sha256) throw new Error(`file ${sha256} is not what was saved`)
      return bytes
    },
    keepPart: (upload, part) => keepPart(folder, upload, part),
    openParts: async (upload) => new Uint8Array(await readFile(partsOf(folder, upload))),
    dropParts: (upload) => rm(partsOf(folder, upload), { force: true }),
  }
}

async function keepPart(folder: string, upload: string, part: { from: number; bytes: Uint8Array }): Promise<void> {
  await mkdir(join(folder, 'uploads'), { recursive: true, mode: 0o700 })
  const file = await open(partsOf(folder, upload), constants.O_RDWR | constants.O_CREAT, 0o600)
  try {
    await file.write(part.bytes, 0, part.bytes.length, part.from)
    await file.sync()
  } finally {
    await file.close()
  }
}

function partsOf(folder: string, upload: string): string {
  if (!UUID.test(upload)) throw new Error('not an upload')
  return join(folder, 'uploads', upload)
}

async function write(folder: string, sha256: string, bytes: Uint8Array): Promise<void> {
  const target = pathOf(folder, sha256)
  const shelf = join(folder, sha256.slice(0, 2))
  const beside = join(folder, 'incoming', randomUUID())
  await mkdir(join(folder, 'incoming'), { recursive: true, mode: 0o700 })
  await mkdir(shelf, { recursive: true, mode: 0o700 })
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await syncFolder(shelf)
  await syncFolder(folder)
}

/** A rename is on the disk when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function holds(folder: string, sha256: string, size: number): Promise<boolean> {
  const found = await stat(pathOf(folder, sha256)).catch(() => null)
  return found?.size === size
}

function pathOf(folder: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('not a SHA-256')
  return join(folder, sha256.slice(0, 2), sha256.slice(2))
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
