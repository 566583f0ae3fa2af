import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '@shiji/kernel/wording'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { READ_NOTE_WORDING, READ_PROBLEM_WORDING } from './read-wording.ts'
import { outline, paragraph, readSample, readWell, wordFile } from './testing/sample-files.ts'

const SEEDS = join(import.meta.dirname, '../../../../shared/seeds')
const HOME_TABLE = '项目名称\t数据库运维\n目标值\t≥99%'

test.each<[string, Uint8Array]>([
  ['UTF-8', new TextEncoder().encode(HOME_TABLE)],
  ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${HOME_TABLE}`)],
  ['UTF-16 as Windows writes it', Buffer.from(`\ufeff${HOME_TABLE}`, 'utf16le')],
  ['UTF-16 with the high byte first', Buffer.from(`\ufeff${HOME_TABLE}`, 'utf16le').swap16()],
])('a text in %s is read', async (_, bytes) => {
  expect(outline((await readWell(bytes, '表.txt')).blocks)).toEqual([['项目名称 | 数据库运维', '目标值 | ≥99%']])
})

test('a text in GBK is read', async () => {
  const bytes = Uint8Array.from([0xd6, 0xb8, 0xb1, 0xea, 9, 0xa1, 0xdd, 0x39, 0x39, 0x25])
  expect(outline((await readWell(bytes, '表.txt')).blocks)).toEqual([['指标 | ≥99%']])
})

test.each([
  ['表.doc', wordFile(paragraph('甲')), 'docx', ['extension-differs']],
  ['表.txt', '<html><p>甲</p>', 'html', ['extension-differs']],
  ['表.pdf', '甲\t乙', 'text', ['extension-differs']],
  ['表.txt', '<p>甲</p>\n乙\t丙', 'text', []],
  ['表', '<!-- 批注 --><HTML><p>甲</p>', 'html', []],
])('%s is read by its content', async (name, content, format, notes) => {
  const document = await readWell(content, name)
  expect(document.format).toBe(format)
  expect(document.notes.map(({ code }) => code)).toEqual(notes)
})

test('the caller keeps the bytes it gave', async () => {
  const bytes = wordFile(paragraph('甲'))
  await readSample(bytes, '表.docx')
  expect(bytes.length).toBeGreaterThan(0)
})

test('reading that was cancelled before it began does not begin', async () => {
  const answer = await readDocument(new Uint8Array(1), { name: '表.txt', signal: AbortSignal.abort() })
  expect(answer).toEqual({ ok: false, problem: { code: 'reading-cancelled', parameters: {} } })
})

test.each(['zh', 'en'] as const)('every problem says in %s that the file is as it was and what to do', (language) => {
  const untouched = { zh: '文件未被改动', en: 'was not changed' }[language]
  const withoutFile = new Set(['empty-file'])
  const missing = Object.entries(READ_PROBLEM_WORDING).filter(([code, wording]) => {
    return !withoutFile.has(code) && !say(wording, language).includes(untouched)
  })
  expect(missing).toEqual([])
})

test('both languages name the same parameters', () => {
  const named = (sentence: string) => Array.from(sentence.matchAll(/\{\w+\}/g), ([name]) => name).toSorted()
  for (const { zh, en } of [...Object.values(READ_PROBLEM_WORDING), ...Object.values(READ_NOTE_WORDING)]) {
    expect(named(zh)).toEqual(named(en))
  }
})

const MAGIC = ['', 'PK\x03\x04', '%PDF-1.7\n', '<html><table>', '{\\rtf', 'ÿþ', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1']

test('any bytes at all are answered with a document or a named problem', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...MAGIC), fc.uint8Array({ maxLength: 2_000 }), async (magic, noise) => {
      const answer = await readSample(Buffer.concat([Buffer.from(magic, 'latin1'), noise]), '表.docx')
      expect(answer.ok || answer.problem.code in READ_PROBLEM_WORDING).toBe(true)
    }),
    { numRuns: 25 },
  )
})

test('a Word file with any of its bytes changed is answered', async () => {
  const file = wordFile(`<w:tbl><w:tr><w:tc>${paragraph('甲')}</w:tc></w:tr></w:tbl>`)
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.nat(255), async (at, value) => {
      const answer = await readSample(
        Uint8Array.from(file, (byte, index) => (index === at ? value : byte)),
        '表.docx',
      )
      expect(answer.ok || answer.problem.code in READ_PROBLEM_WORDING).toBe(true)
    }),
    { numRuns: 20 },
  )
})

test.skipIf(!existsSync(SEEDS))(
  'the five seed documents are read as text (skipped without ../shared/seeds)',
  async () => {
    const counts = await Promise.all(
      readdirSync(SEEDS)
        .sort()
        .map(async (name) => {
          const { format, blocks } = await readWell(readFileSync(join(SEEDS, name)), name)
          const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.length] : []))
          return [format, blocks.length, tables.length, tables.reduce((sum, rows) => sum + rows, 0)].join(' ')
        }),
    )
    expect(counts).toEqual(['text 16 3 37', 'text 18 4 43', 'text 16 9 228', 'text 27 4 70', 'text 4 4 42'])
  },
)
