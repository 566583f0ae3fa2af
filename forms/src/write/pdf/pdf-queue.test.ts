import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { inventedForm, inventedTable } from '../testing/invented-form.ts'
import { writePdf } from '../write-pdf.ts'
import { startPdfCompiler } from './pdf-compiler.ts'
import { startPdfQueue } from './pdf-queue.ts'

const PATIENT = { timeLimitMs: 60_000 }

function requestOf(rows: number) {
  return { form: inventedForm(inventedTable(rows)), fontsFolder: null, writtenOn: '2024-01-01' }
}

describe('the queue of documents', () => {
  test('writes every document asked for at once', async () => {
    const written = await Promise.all([3, 4, 5, 6].map((rows) => writePdf(inventedForm(inventedTable(rows)))))
    expect(new Set(written.map(({ pdf }) => Buffer.from(pdf).toString('latin1'))).size).toBe(4)
  })

  test('gives up a document that takes too long and writes the next in a fresh worker', async () => {
    const queue = startPdfQueue()
    const ends = await Promise.all([queue.add(requestOf(3000), { timeLimitMs: 1 }), queue.add(requestOf(3), PATIENT)])
    expect(ends.map((end) => end.kind)).toEqual(['timed-out', 'written'])
  })

  test('tells of a lost worker and tries a fresh one for the next document', async () => {
    const queue = startPdfQueue(saveScript('process.once("message", () => process.exit(3))'))
    const lost = { kind: 'worker-lost', reason: 'exit code 3' }
    expect(await Promise.all([queue.add(requestOf(1), PATIENT), queue.add(requestOf(1), PATIENT)])).toEqual([
      lost,
      lost,
    ])
  })
})

test('a worker without work ends, and the next document has a fresh one', async () => {
  const answer = '{ number, outcome: { kind: "not-laid-out", reason: String(process.pid) } }'
  const queue = startPdfQueue(saveScript(`process.on("message", ({ number }) => process.send(${answer}))`), 50)
  const pidOf = async () => {
    const end = await queue.add(requestOf(1), PATIENT)
    return end.kind === 'not-laid-out' ? Number(end.reason) : 0
  }
  const first = await pidOf()
  await expect.poll(() => isRunning(first)).toBe(false)
  expect(await pidOf()).not.toBe(first)
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function saveScript(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'shiji-worker-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'worker.cjs')
  writeFileSync(file, text)
  return file
}

describe('a withdrawn document', () => {
  test('is not begun when it was withdrawn before', async () => {
    await expect(writePdf(inventedForm(), { signal: AbortSignal.abort(new Error('left')) })).rejects.toThrow('left')
  })

  test('leaves the queue or is dropped when done, and the others are written', async () => {
    const [running, waiting] = [new AbortController(), new AbortController()]
    const first = writePdf(inventedForm(inventedTable(500)), { signal: running.signal })
    const second = writePdf(inventedForm(), { signal: waiting.signal })
    const third = writePdf(inventedForm())
    const withdrawn = Promise.allSettled([first, second])
    running.abort(new Error('closed the page'))
    waiting.abort(new Error('changed my mind'))
    expect((await withdrawn).map((end) => end.status === 'rejected' && end.reason.message)).toEqual([
      'closed the page',
      'changed my mind',
    ])
    expect((await third).pdf.length).toBeGreaterThan(1000)
  })
})

describe('the process', () => {
  test('keeps its memory over sixty different documents', () => {
    const compile = startPdfCompiler()
    const write = (document: number) =>
      compile({ ...requestOf(1), form: inventedForm(inventedTable(43, (row) => `第${document}份第${row}行`)) })
    for (let document = 0; document < 10; document++) write(document)
    const before = process.memoryUsage.rss()
    for (let document = 10; document < 70; document++) write(document)
    // Without emptying the compiler's cache sixty documents hold some 150 MB.
    expect(process.memoryUsage.rss() - before).toBeLessThan(60_000_000)
  })

  test('ends by itself after the last document, on a machine without fonts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shiji-no-fonts-'))
    const configuration = join(folder, 'fonts.conf')
    writeFileSync(configuration, `<fontconfig><dir>${folder}</dir></fontconfig>`)
    const script = `
      import { inventedForm } from '${new URL('../testing/invented-form.ts', import.meta.url)}'
      import { writePdf } from '${new URL('../write-pdf.ts', import.meta.url)}'
      const { pdf } = await writePdf(inventedForm())
      process.stdout.write(Buffer.from(pdf).toString('latin1').match(/NotoSerifSC-Regular/)[0])`
    const env = { ...process.env, FONTCONFIG_FILE: configuration, HOME: folder, XDG_DATA_HOME: folder }
    const node = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env, timeout: 20_000 })
    const { stdout } = await node.finally(() => rmSync(folder, { recursive: true }))
    expect(stdout).toBe('NotoSerifSC-Regular')
  })
})
