import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { KEY_FILE, openSecretBox } from './key-file.ts'
import { KEY_BYTES, makeSecretBox, type SecretKey } from './secret-box.ts'

const makeKey = (id: string): SecretKey => ({ id, bytes: randomBytes(KEY_BYTES) })

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shiji-keys-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('what was sealed opens at its own place only, and shows nothing of itself', () => {
  const box = makeSecretBox([makeKey('0000000a')])
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 6 }), fc.string(), fc.string(), (secret, place, elsewhere) => {
      const sealed = box.seal(secret, place)
      expect(sealed).not.toContain(secret)
      expect(box.open(sealed, place)).toBe(secret.toWellFormed())
      if (elsewhere !== place) expect(box.open(sealed, elsewhere)).toBe(null)
      expect(box.seal(secret, place)).not.toBe(sealed)
    }),
  )
})

test('one changed letter anywhere and it does not open', () => {
  const box = makeSecretBox([makeKey('0000000a')])
  const sealed = box.seal('JBSWY3DPEHPK3PXP', 'second step of one person')
  const [form = '', id = '', text = ''] = sealed.split('.')
  const bytes = Buffer.from(text, 'base64url')
  for (let place = 0; place < bytes.length; place += 1) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(bytes.readUInt8(place) ^ 1, place)
    expect(box.open(`${form}.${id}.${changed.toString('base64url')}`, 'second step of one person')).toBe(null)
  }
  for (const broken of ['', 's1', 's1.0000000a', 's1.0000000a.AAAA', `s2.${id}.${text}`, 'JBSWY3DPEHPK3PXP']) {
    expect(box.open(broken, 'second step of one person')).toBe(null)
  }
})

test('after a change of keys the old texts still open, new ones take the new key', () => {
  const [old, fresh] = [makeKey('0000000a'), makeKey('0000000b')]
  const sealed = makeSecretBox([old]).seal('kept', 'here')
  const box = makeSecretBox([fresh, old])
  expect(box.open(sealed, 'here')).toBe('kept')
  expect(makeSecretBox([old]).open(box.seal('kept', 'here'), 'here')).toBe(null)
})

test('ten server processes that start at once share one key, for the owner alone', async () => {
  const folder = await makeFolder()
  const boxes = await Promise.all(Array.from({ length: 10 }, () => openSecretBox(folder)))
  const sealed = boxes.map((box) => box.seal('shared', 'here'))
  for (const box of boxes) expect(sealed.map((text) => box.open(text, 'here'))).toEqual(Array(10).fill('shared'))
  expect(await readdir(folder)).toEqual([KEY_FILE])
  expect((await stat(join(folder, KEY_FILE))).mode & 0o777).toBe(0o600)
})

test.each(['', 'not a key\n', `0000000a ${randomBytes(16).toString('base64')}\n`])(
  'a damaged key file is named and left as it is: %j',
  async (text) => {
    const folder = await makeFolder()
    await writeFile(join(folder, KEY_FILE), text)
    await expect(openSecretBox(folder)).rejects.toThrow(KEY_FILE)
    expect(await readFile(join(folder, KEY_FILE), 'utf8')).toBe(text)
  },
)
