import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeDiskFileStore } from './disk-file-store.ts'

const BYTES = new TextEncoder().encode('一份表')

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shiji-files-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'files')
}

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())

test('ten people bring the same file at once: it lies there once, whole, and nothing lies beside it', async () => {
  const folder = await makeFolder()
  const store = makeDiskFileStore(folder)
  const hashes = await Promise.all(Array.from({ length: 10 }, () => store.save(BYTES)))
  expect(new Set(hashes).size).toBe(1)
  expect(await filesIn(folder)).toHaveLength(1)
  expect(await store.open(hashes[0] ?? '')).toEqual(BYTES)
})

test('a file somebody changed on the disk is not handed out', async () => {
  const folder = await makeFolder()
  const store = makeDiskFileStore(folder)
  const sha256 = await store.save(BYTES)
  await writeFile(join(folder, sha256.slice(0, 2), sha256.slice(2)), 'forged')
  await expect(store.open(sha256)).rejects.toThrow('not what was saved')
})

test('a file that was cut off is written anew when it is brought again', async () => {
  const folder = await makeFolder()
  const store = makeDiskFileStore(folder)
  const sha256 = await store.save(BYTES)
  await writeFile(join(folder, sha256.slice(0, 2), sha256.slice(2)), 'cut')
  await store.save(BYTES)
  expect(await store.open(sha256)).toEqual(BYTES)
})

test('a path is no hash', async () => {
  const store = makeDiskFileStore(await makeFolder())
  await expect(store.open('../../etc/passwd')).rejects.toThrow('not a SHA-256')
})

test('a file comes in parts, one of them twice, and is whole; a path is no upload', async () => {
  const store = makeDiskFileStore(await makeFolder())
  const upload = '01900000-0000-7000-8000-000000000009'
  await store.keepPart(upload, { from: 0, bytes: BYTES.slice(0, 4) })
  for (let times = 0; times < 2; times += 1) await store.keepPart(upload, { from: 4, bytes: BYTES.slice(4) })
  expect(await store.openParts(upload)).toEqual(BYTES)
  await store.dropParts(upload)
  await expect(store.openParts(upload)).rejects.toThrow()
  await expect(store.keepPart('../../etc/passwd', { from: 0, bytes: BYTES })).rejects.toThrow('not an upload')
})
