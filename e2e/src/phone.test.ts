import { DEMO_PASSWORD } from '@shiji/demo/accounts'
import { EDUCATION_BUREAU, EDUCATION_CENTRE } from '@shiji/demo/offices'
import { type DemoPerson, whoIs } from '@shiji/demo/people'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { findFaults, findFaultsHere } from './find-faults.ts'
import { countedThumb, drawLine, type Phone, slowDown, smallTargets, takePhone } from './phone-hand.ts'
import { openVisitor, PHONE_SIZE } from './visitor.ts'
import { kilobytes, weighScreen } from './weigh-screen.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const FIRST_SCREEN_LIMIT_KB = 110
const OPERATOR = whoIs(EDUCATION_CENTRE, 'duty-operator')
const LEADER = whoIs(EDUCATION_BUREAU, 'project-leader')
/** The smallest picture there is. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type Row = { readonly id: string; readonly number: string; readonly what: string; readonly reportedAt: string }

let server: RunningServer
let browser: Browser
let phone: Phone
let app: string
let workOrder: string
const complaints: string[] = []

async function signIn(page: Page, { login }: DemoPerson) {
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '登录' }).tap()
  await page.getByRole('navigation').waitFor()
}

/** Notes down a call: what it is about in a sentence, with a photo of it. */
async function logCall(page: Page, sentence: string) {
  await page.getByRole('link', { name: '＋ 接报' }).tap()
  await page
    .getByRole('button', { name: /小学|中学|学校/ })
    .first()
    .tap()
  await page.getByRole('radio', { name: '网络' }).check({ force: true })
  await page.getByLabel(/补一句/).fill(sentence)
  await page.getByLabel('加照片').setInputFiles({ name: `${sentence}.png`, mimeType: 'image/png', buffer: PNG })
  await page.getByRole('button', { name: '立案' }).tap()
  await page.getByRole('heading', { name: '还没有送达' }).waitFor()
  await page.getByText(sentence, { exact: true }).waitFor()
}

async function ticketsAbout(page: Page, words: string): Promise<Row[]> {
  const reply = await page.request.get(`${server.address}/api/desk/tickets`, {
    params: { search: words, state: 'all' },
  })
  const { tickets } = (await reply.json()) as { tickets: Row[] }
  return tickets.toReversed()
}

describe.skipIf(CHROMIUM === undefined)(`on one's feet ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    app = `${server.address}/m/`
    phone = await takePhone(complaints)
  })

  afterAll(async () => {
    await phone?.throwAway()
    await browser?.close()
    await server?.stop()
  })

  test('the first screen is small, asks nobody else, and is kept for when there is no network', async () => {
    const visitor = await openVisitor(browser)
    const weight = kilobytes((await weighScreen(visitor.page, app)).values())
    process.stderr.write(`phone: first screen ${weight.toFixed(1)} KB\n`)
    expect(weight).toBeLessThanOrEqual(FIRST_SCREEN_LIMIT_KB)
    expect(visitor.complaints).toEqual([])
    const offered = await visitor.page.request.get(`${app}manifest.webmanifest`)
    expect(await offered.json()).toMatchObject({ start_url: '/m/', display: 'standalone' })
    await visitor.page.context().close()
    await phone.page.goto(app)
    await signIn(phone.page, OPERATOR)
    await phone.page.evaluate(() => navigator.serviceWorker.ready)
  })

  test('a call is logged in five taps and ten keys, over a slow line and on a slow phone', async () => {
    const { page, context } = phone
    const { tap, type, counts } = countedThumb()
    const hurry = await slowDown(context, page)
    await tap(page.getByRole('link', { name: '＋ 接报' }))
    await type(page, 'bai')
    await tap(page.getByRole('button', { name: /白亦寒/ }))
    await tap(page.locator('label').filter({ hasText: '网络' }))
    await tap(page.locator('label').filter({ hasText: '部门' }))
    const pressed = Date.now()
    await tap(page.getByRole('button', { name: '立案' }))
    await page.getByRole('link', { name: '＋ 接报' }).waitFor()
    const saved = Date.now() - pressed
    await page.getByText(/\d{4}-\d{6} 网络/).waitFor()
    process.stderr.write(
      `phone: ${counts.taps} taps, ${counts.keys} keys, kept after ${saved} ms, arrived after ${Date.now() - pressed} ms\n`,
    )
    await hurry()
    expect([counts.taps <= 5, counts.keys <= 10]).toEqual([true, true])
  })

  test('ten calls with ten photos, noted down without a network by an app that was closed, arrive once and in order', async () => {
    await phone.context.setOffline(true)
    for (let number = 0; number < 5; number += 1) await logCall(phone.page, `断网记录${number}`)
    await phone.killAndOpen(app, { offline: true })
    await phone.page.getByText('断网记录4', { exact: true }).waitFor()
    for (let number = 5; number < 10; number += 1) await logCall(phone.page, `断网记录${number}`)
    await phone.page.getByText('离线 · 已存 20 条').waitFor()

    // The session ended with the app; everything stays, and goes out after signing in.
    await phone.context.setOffline(false)
    await phone.page.getByText('登录已过期。记下的都在手机里').waitFor()
    await phone.page.getByRole('link', { name: '登录', exact: true }).tap()
    await phone.page.getByText('手机里还有 20 条没有送出').waitFor()
    await signIn(phone.page, OPERATOR)
    await phone.page.getByRole('heading', { name: '还没有送达' }).waitFor({ state: 'detached' })

    const arrived = await ticketsAbout(phone.page, '断网记录')
    expect(arrived.map(({ what }) => what)).toEqual(Array.from({ length: 10 }, (_, number) => `断网记录${number}`))
    expect(arrived.map(({ number }) => number)).toEqual(arrived.map(({ number }) => number).toSorted())
    for (const { id, what } of arrived) {
      const photos = await (await phone.page.request.get(`${server.address}/api/desk/tickets/${id}/photos`)).json()
      expect(photos.map(({ name }: { name: string }) => name)).toEqual([`${what}.png`])
    }
  })

  test('what the server refuses stays with the reason, is corrected, and arrives', async () => {
    const { page, context } = phone
    await context.setOffline(true)
    await logCall(page, '旧列表里的服务')
    await page.evaluate(renameService)
    // An attempt that began before knows the entry as it was; the app opened anew knows what is kept.
    await page.reload()
    await context.setOffline(false)
    await page.getByText('服务台没有“telex”这项服务。没有立案。').waitFor()
    await page.getByRole('link', { name: '改正后再送' }).tap()
    await page.locator('label').filter({ hasText: '电脑' }).tap()
    await page.getByRole('button', { name: '立案' }).tap()
    await page.getByText(/\d{4}-\d{6} 旧列表里的服务/).waitFor()
    expect((await ticketsAbout(page, '旧列表里的服务')).length).toBe(1)
  })

  test('a ticket is accepted, visited, restored, resolved and closed with its cause', async () => {
    const { page } = phone
    await page
      .getByRole('link', { name: /旧列表里的服务/ })
      .first()
      .tap()
    for (const deed of ['受理', '到场', '恢复服务']) {
      await page.getByRole('button', { name: deed, exact: true }).tap()
      await page.getByRole('button', { name: deed, exact: true }).waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: '完成', exact: true }).tap()
    await page.locator('label').filter({ hasText: '现场' }).tap()
    await page.getByLabel('做了什么').fill('更换水晶头')
    await page.getByRole('button', { name: '完成', exact: true }).tap()
    await page.getByRole('button', { name: '关单', exact: true }).tap()
    expect(await page.getByRole('button', { name: '关单', exact: true }).isDisabled()).toBe(true)
    await page.locator('label').filter({ hasText: '设备故障' }).tap()
    await page.getByRole('button', { name: '关单', exact: true }).tap()
    await page.getByText('关闭，原因：设备故障').waitFor()
  })

  test('work on the spot takes a part from the store and is signed for without a network', async () => {
    const { page, context } = phone
    const [ticket] = await ticketsAbout(page, '断网记录3')
    await page.goto(new URL(`/m/tickets/${ticket?.id}`, app).href)
    await page.getByRole('button', { name: '开工作单' }).tap()
    await page.getByLabel('做什么').fill('更换光模块')
    await page.getByLabel(/^步骤/).fill('断电\n更换')
    await page.getByRole('button', { name: '开工作单' }).tap()
    await page.getByRole('heading', { level: 1, name: '1. 更换光模块' }).waitFor()
    workOrder = new URL(page.url()).pathname

    await page.getByLabel(/^从库存领用/).fill('BJ-002')
    await page.getByRole('button', { name: /万兆光模块.*现存 \d+ 个/ }).tap()
    await context.setOffline(true)
    await page.getByRole('button', { name: '加我的工时' }).tap()
    await page.getByRole('button', { name: '请对方签收' }).tap()
    await page.getByText('还有 2 步没有做完。').waitFor()
    for (const number of [1, 2]) {
      await page
        .getByRole('group', { name: `第 ${number} 步` })
        .locator('label')
        .filter({ hasText: '已做' })
        .tap()
    }
    await page.getByLabel('签收人').fill('褚老师')
    expect(await page.getByRole('button', { name: '签收', exact: true }).isDisabled()).toBe(true)
    await drawLine(page, page.getByRole('img', { name: '在此手写签名' }))
    await page.getByRole('button', { name: '签收', exact: true }).tap()
    await page.getByText('○ 等待发送').waitFor()

    await context.setOffline(false)
    await page.getByText('✓ 褚老师 已签收').waitFor()
    const work = await page.request.get(`${server.address}/api/desk/tickets/${ticket?.id}/work-orders`)
    expect(await work.json()).toMatchObject([
      {
        minutes: 30,
        parts: [{ name: '万兆光模块', quantity: '1' }],
        signature: { signer: '褚老师', strokes: [expect.any(Array)] },
      },
    ])
  })

  test('its screens are fit for everybody, and every target for a thumb', async () => {
    const { page } = phone
    const [ticket] = await ticketsAbout(page, '断网记录3')
    const faults: string[] = []
    await page.setViewportSize(PHONE_SIZE)
    for (const look of [{}, { theme: 'dark' }, { elder: true }, { language: 'en' }]) {
      await page.evaluate((worn) => localStorage.setItem('shiji-look', JSON.stringify(worn)), look)
      for (const path of ['/m/', '/m/call', '/m/tickets', `/m/tickets/${ticket?.id}`, workOrder, '/m/me']) {
        const where = `${path} ${JSON.stringify(look)}`
        await page.goto(new URL(path, app).href)
        await page.getByRole('heading', { level: 1 }).waitFor()
        const small = await smallTargets(page, 'elder' in look ? 60 : 44)
        faults.push(...(await findFaultsHere(page, where)), ...small.map((target) => `${where}: ${target}`))
      }
    }
    await page.evaluate(() => localStorage.removeItem('shiji-look'))
    expect(faults).toEqual([])
  })

  test('a leader approves with an opinion', async () => {
    const other = await takePhone(complaints)
    await other.page.goto(app)
    await signIn(other.page, LEADER)
    await other.page.getByRole('link', { name: '待办', exact: true }).tap()
    await other.page.getByRole('main').getByRole('link').first().tap()
    await other.page.getByLabel('意见').fill('数据已核，同意。')
    expect(await findFaultsHere(other.page, 'a case')).toEqual([])
    await other.page.getByRole('button', { name: '同意', exact: true }).tap()
    await other.page.getByText('没有等您办的事').waitFor()
    await other.throwAway()
  })

  test('a fault is reported by scanning a code, without scripts and without signing in', async () => {
    const desk = await openDemoVisitor(browser, server, OPERATOR)
    await desk.page.goto(`${server.address}/spots`)
    await desk.page.getByRole('button', { name: '新增报修点' }).click()
    const form = desk.page.getByRole('dialog')
    await form.getByRole('combobox', { name: '单位' }).fill('教育信息')
    await desk.page.getByTitle('教育信息中心', { exact: true }).click()
    await form.getByLabel('房间、位置或设备，一行一个').fill('三号楼 402\n三号楼 403')
    await form.getByRole('button', { name: '新增' }).click()
    await desk.page.getByRole('row').filter({ hasText: '三号楼 402' }).waitFor()
    const faults = [await findFaults(desk.page, '/spots'), await findFaults(desk.page, '/spots/labels')]
    const address = await desk.page.locator('.label-address').first().innerText()

    const context = await browser.newContext({ viewport: PHONE_SIZE, locale: 'zh-CN', javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`http://${address}`)
    await page.getByText('会议').click()
    await page.getByRole('button', { name: '提交报修' }).click()
    await page.getByText('已收到，等待受理').waitFor()
    await page.getByText('检查投影、功放的电源').waitFor()
    await page.getByRole('link', { name: '这条报修的进展（请收藏）' }).click()
    await page.getByText('已收到，等待受理').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    for (const url of [`http://${address}`, page.url()]) {
      await desk.page.goto(url)
      faults.push(await findFaultsHere(desk.page, 'the page behind a code'))
    }
    expect([faults.flat(), desk.complaints, complaints]).toEqual([[], [], []])
  })
})

/** As a phone whose list of services is older than the desk's. */
function renameService(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opened = indexedDB.open('shiji-phone')
    opened.onsuccess = () => {
      const change = opened.result.transaction('outbox', 'readwrite')
      const store = change.objectStore('outbox')
      store.getAll().onsuccess = ({ target }) => {
        for (const entry of (target as IDBRequest).result) {
          if (entry.kind === 'call') store.put({ ...entry, call: { ...entry.call, service: 'telex' } })
        }
      }
      change.oncomplete = () => resolve()
      change.onabort = () => reject(change.error)
    }
  })
}
