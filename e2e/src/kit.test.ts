import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { findFaults, findFaultsHere } from './find-faults.ts'
import { openVisitor, PATIENCE_MS, type Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const DESK = join(import.meta.dirname, '../../web/desk')

let vite: ChildProcess
let browser: Browser
let visitor: Visitor
let address: string

/** The sample sheet exists in development only, so it is served as a developer sees it. */
describe.skipIf(CHROMIUM === undefined)(`the shared parts of the desk ${WHERE}`, () => {
  beforeAll(async () => {
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    const program = join(createRequire(join(DESK, 'package.json')).resolve('vite/package.json'), '../bin/vite.js')
    vite = spawn(process.execPath, [program, '--host', '127.0.0.1', '--port', String(port), '--strictPort'], {
      cwd: DESK,
      stdio: 'ignore',
    })
    await untilServed(`${address}/kit`)
    browser = await openBrowser()
    visitor = await openVisitor(browser)
    visitor.page.setDefaultTimeout(PATIENCE_MS)
    await visitor.page.goto(`${address}/kit`)
    await visitor.page.getByRole('heading', { level: 1, name: '部件' }).waitFor()
  })

  afterAll(async () => {
    await browser?.close()
    vite?.kill()
  })

  test('stand on one sheet, in every state, fit for everybody in every look and size', async () => {
    expect(await findFaults(visitor.page, '/kit', { waits: false })).toEqual([])
  })

  test.each(['/kit/list', '/kit/import'])('the page every such page is made like: %s', async (path) => {
    expect(await findFaults(visitor.page, path)).toEqual([])
  })

  test('a list that is wrong shows its cells, and gives the marked file in place of taking it', async () => {
    const { page } = visitor
    await page.goto(`${address}/kit/import`)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '资产.csv', mimeType: 'text/csv', buffer: Buffer.from('') })
    await page.getByText('1 行有 1 处错误，改正后再导入').waitFor()
    await page.getByRole('button', { name: '下载标注文件' }).waitFor()
    expect(await findFaultsHere(page, '/kit/import looked at')).toEqual([])
  })

  test.each(['看文字', '看不能预览的'])('a file is looked at: %s', async (button) => {
    const { page } = visitor
    await page.goto(`${address}/kit`)
    await page.getByRole('button', { name: button }).click()
    await page.getByRole('dialog').getByRole('button', { name: '下载原件' }).waitFor()
  })

  test('what is wrong with a page is found and named', async () => {
    const { page } = visitor
    await page.goto(new URL('/kit', page.url()).href)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')))
    expect(await findFaultsHere(page, 'kit')).toEqual([expect.stringContaining('kit: image-alt at ')])
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function untilServed(url: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const reply = await fetch(url).catch(() => null)
    if (reply?.ok) return
    if (Date.now() > until) throw new Error(`${url} is not served`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
