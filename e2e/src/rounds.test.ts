import { randomUUID } from 'node:crypto'
import { DEMO_PASSWORD } from '@shiji/demo/accounts'
import { EDUCATION_CENTRE } from '@shiji/demo/offices'
import { type DemoPerson, whoIs } from '@shiji/demo/people'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { AnswerBody } from '@shiji/server/testing/answer-body'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { findFaults, findFaultsHere } from './find-faults.ts'
import { type Phone, smallTargets, takePhone } from './phone-hand.ts'
import { PHONE_SIZE, type Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const MANAGER = whoIs(EDUCATION_CENTRE, 'centre-manager')
const OPERATOR = whoIs(EDUCATION_CENTRE, 'duty-operator')
const POINTS = 60
/** The point whose reading is out of its limits. */
const HOT = 30
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let server: RunningServer
let browser: Browser
let desk: Visitor
let phone: Phone
let app: string
let roundId: string
const complaints: string[] = []
const faults: string[] = []

async function signIn(page: Page, { login }: DemoPerson) {
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: '登录' }).tap()
  await page.getByRole('navigation').waitFor()
}

async function ask(path: string, data?: object): Promise<AnswerBody> {
  const { request } = desk.page
  const url = `${server.address}/api${path}`
  const reply = data === undefined ? await request.get(url) : await request.post(url, { data })
  if (!reply.ok()) throw new Error(`${path}: ${reply.status()} ${await reply.text()}`)
  return reply.json()
}

/** Reads a point and takes its photo; the next one is shown as soon as this one is kept. */
async function lookAt(page: Page, number: number) {
  await page.getByRole('heading', { name: `${number} 号机柜`, exact: true }).waitFor()
  await page.getByLabel(/^温度/).fill(number === HOT ? '29.5' : '22')
  const photo = { name: `机柜${number}.png`, mimeType: 'image/png', buffer: PNG }
  await page.getByLabel('加照片').setInputFiles(photo)
  const save = page.getByRole('button', { name: '记下' })
  if (number === HOT) {
    expect(await save.isDisabled()).toBe(true)
    await page.getByLabel(/当场怎么处理/).fill('调低空调两度')
  }
  await save.tap()
  const next = number === POINTS ? '六十点巡检' : `${number + 1} 号机柜`
  await page.getByRole('heading', { name: next, exact: true }).waitFor()
}

describe.skipIf(CHROMIUM === undefined)(`a round from the desk to the phone and back ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    app = `${server.address}/m/`
    phone = await takePhone(complaints)
    desk = await openDemoVisitor(browser, server, MANAGER)
  })

  afterAll(async () => {
    await phone?.throwAway()
    await browser?.close()
    await server?.stop()
  })

  test('a route is made at the desk, its points with what is looked at, and its labels are printed', async () => {
    const { page } = desk
    await page.goto(`${server.address}/upkeep/routes`)
    faults.push(...(await findFaults(page, '/upkeep/routes')))
    await page.getByRole('link', { name: '新建路线' }).click()
    await page.getByLabel('路线名称').fill('四号楼弱电间')
    for (const [number, name] of [
      [1, '弱电间空调'],
      [2, '弱电间电源'],
    ] as const) {
      if (number > 1) await page.getByRole('button', { name: '加一个点位' }).click()
      await page.getByLabel(`第 ${number} 点 编号`).fill(`D4-${number}`)
      await page.getByLabel(`第 ${number} 点 名称`).fill(name)
      await page.getByLabel(`第 ${number} 点 检查项，一行一个`).fill('温度 18–27 ℃\n指示灯')
    }
    await page.getByRole('button', { name: '第 2 点上移' }).click()
    faults.push(...(await findFaultsHere(page, 'a new route')))
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('link', { name: '四号楼弱电间' }).click()
    expect(await page.getByLabel('第 1 点 名称').inputValue()).toBe('弱电间电源')
    expect(await page.getByLabel('第 1 点 检查项，一行一个').inputValue()).toBe('温度 18–27 ℃\n指示灯')
    await page.getByRole('link', { name: '打印标签' }).click()
    await page.getByText('D4-2', { exact: true }).waitFor()
    faults.push(...(await findFaultsHere(page, '/upkeep/labels')))
  })

  test('a meter is made and read, and a document of the institution is registered', async () => {
    const { page } = desk
    await page.goto(`${server.address}/upkeep/meters`)
    await page.getByRole('button', { name: '新建抄表项' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('名称').fill('机房总表')
    await form.getByLabel(/每月限额/).fill('9000')
    await form.getByRole('button', { name: '新建' }).click()
    await page.getByRole('link', { name: '机房总表' }).click()
    await page.getByLabel(/^读数/).fill('52310.5')
    await page.getByRole('button', { name: '记下' }).click()
    await page.getByRole('cell', { name: '52310.5' }).waitFor()
    faults.push(...(await findFaultsHere(page, '/upkeep/meters/$meterId')))

    await page.goto(`${server.address}/regulations`)
    await page.getByRole('button', { name: '登记文件' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('名称').fill('机房巡检制度')
    await sheet.getByLabel(/文件正文/).setInputFiles({ name: '制度.png', mimeType: 'image/png', buffer: PNG })
    await sheet.getByLabel('有效期自').fill('2026-01-01')
    await sheet.getByRole('button', { name: '登记' }).click()
    await page.getByRole('link', { name: '机房巡检制度' }).click()
    await page.getByText('还没有复核过').waitFor()
    faults.push(...(await findFaultsHere(page, '/regulations/$regulationId')))
    expect(faults).toEqual([])
  })

  test('a count typed without its export says so until the export is brought', async () => {
    const { page } = desk
    const [{ unit }] = await (await page.request.get(`${server.address}/api/upkeep/meters`)).json()
    const counted = { kind: 'counted', subject: 'units-served', name: '接入单位', place: '', unitWord: '家' }
    const facts = { projectId: null, least: null, most: null, rated: null }
    const id = randomUUID()
    await page.request.post(`${server.address}/api/upkeep/meters`, {
      data: { id, unitId: unit.id, ...counted, ...facts },
    })
    await page.goto(`${server.address}/upkeep/meters/${id}`)
    await page.getByLabel(/数（分子）/).fill('15')
    await page.getByLabel('总数（分母）').fill('16')
    await page.getByLabel('现在没有文件，先按自报记下').check()
    await page.getByRole('button', { name: '记下' }).click()
    const lacking = page.getByText('未附导出')
    await lacking.waitFor()
    faults.push(...(await findFaultsHere(page, '/upkeep/meters/$meterId without export')))
    const file = { name: '导出.csv', mimeType: 'text/csv', buffer: Buffer.from('单位,是否接入') }
    await page.getByLabel('补附导出').setInputFiles(file)
    await page.getByText('导出.csv').waitFor()
    expect(await lacking.count()).toBe(0)
  })

  test('sixty points with photos, seen without a network by an app that was closed twice, arrive once and in order', async () => {
    const { unitId } = (await ask('/session')).person
    const check = { kind: 'number', name: '温度', unit: '℃', least: '18', most: '27' }
    const points = Array.from({ length: POINTS }, (_, at) => {
      const number = at + 1
      return { id: randomUUID(), code: `Z-${number}`, name: `${number} 号机柜`, place: '中心机房', checks: [check] }
    })
    const route = await ask('/upkeep/routes', { id: randomUUID(), unitId, name: '六十点', points })
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const whole = { kind: 'windows', days: 'every-day', windows: [{ from: '00:00', to: '24:00' }] }
    const days = { from: today, until: null, frequency: whole, graceHours: 3 }
    const plan = { id: randomUUID(), unitId, projectId: null, kind: 'inspection', name: '六十点巡检', ...days }
    await ask('/upkeep/plans', { ...plan, routeId: route.id })

    await phone.page.goto(app)
    await signIn(phone.page, OPERATOR)
    await phone.page.getByRole('link', { name: /^巡检：今天还有/ }).tap()
    await phone.page
      .getByRole('link', { name: /六十点巡检/ })
      .first()
      .tap()
    await phone.page.getByRole('link', { name: '下一点：1 号机柜' }).waitFor()
    await phone.page.evaluate(() => navigator.serviceWorker.ready)
    const here = phone.page.url()
    roundId = here.split('/').at(-1) ?? ''

    await phone.context.setOffline(true)
    for (let number = 1; number <= POINTS; number += 1) {
      if (number === 21 || number === 41) await phone.killAndOpen(here, { offline: true })
      if (number % 20 === 1) await phone.page.getByRole('link', { name: `下一点：${number} 号机柜` }).tap()
      await lookAt(phone.page, number)
    }
    await phone.page.getByText('离线 · 已存 60 条').waitFor()
    await phone.context.setOffline(false)
    await phone.page.getByRole('link', { name: '登录', exact: true }).tap()
    await signIn(phone.page, OPERATOR)
    await phone.page.getByRole('heading', { name: '还没有送达' }).waitFor({ state: 'detached' })

    const { occurrence, visits } = await ask(`/upkeep/rounds/${roundId}`)
    const seen = visits.map(({ pointId }: { pointId: string }) => points.findIndex(({ id }) => id === pointId))
    expect(seen).toEqual(points.map((_, at) => at))
    expect(visits.map(({ photos }: { photos: object[] }) => photos.length)).toEqual(points.map(() => 1))
    expect(visits[HOT - 1]).toMatchObject({ faults: ['温度 29.5℃'], note: '调低空调两度' })
    expect([occurrence.state, complaints]).toEqual(['done', []])
  })

  test('a meter read without a network by an app that was closed meanwhile arrives once, with its photo', async () => {
    const { page } = phone
    const meters = await ask('/upkeep/meters')
    const { id } = meters.find(({ name }: { name: string }) => name === '机房总表')
    await page.goto(new URL('/m/meters', app).href)
    await page.getByRole('link', { name: /^机房总表/ }).tap()
    await phone.context.setOffline(true)
    await page.getByLabel(/^读数/).fill('52000')
    await page.getByText('比前一次小').waitFor()
    expect(await page.getByRole('button', { name: '记下' }).isDisabled()).toBe(true)
    await page.getByLabel(/^读数/).fill('52480.5')
    await phone.killAndOpen(page.url(), { offline: true })
    await phone.page.getByLabel('加照片').setInputFiles({ name: '表盘.png', mimeType: 'image/png', buffer: PNG })
    expect(await phone.page.getByLabel(/^读数/).inputValue()).toBe('52480.5')
    await phone.page.getByRole('button', { name: '记下' }).tap()
    await phone.page.getByText('1 次等待发送').waitFor()
    faults.push(...(await findFaultsHere(phone.page, '/m/meters')))
    await phone.killAndOpen(new URL('/m/meters', app).href, { offline: true })
    await phone.context.setOffline(false)
    await phone.page.getByRole('link', { name: '登录', exact: true }).tap()
    await signIn(phone.page, OPERATOR)
    await phone.page.getByRole('link', { name: '抄表和测速' }).tap()
    await phone.page.getByText('上次 52480.5 kWh').waitFor()
    const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()
    const { readings } = await ask(`/upkeep/meters/${id}?year=${year}`)
    expect(readings.map(({ value, source }: { value: string; source: string }) => [value, source])).toEqual([
      ['52480.5', 'photo'],
      ['52310.5', 'typed'],
    ])
  })

  test('its screens are fit for everybody, and the desk shows the photos', async () => {
    const { page } = phone
    const { rounds } = await ask('/upkeep/rounds')
    const next = rounds.find(({ occurrence }: { occurrence: { id: string } }) => occurrence.id !== roundId)
    await page.setViewportSize(PHONE_SIZE)
    const point = `/m/rounds/${next.occurrence.id}/${next.route.points[0].id}`
    for (const path of ['/m/meters', '/m/rounds', `/m/rounds/${roundId}`, point]) {
      await page.goto(new URL(path, app).href)
      await page.getByRole('heading', { level: 1 }).waitFor()
      const small = await smallTargets(page, 44)
      faults.push(...(await findFaultsHere(page, path)), ...small.map((target) => `${path}: ${target}`))
    }
    await desk.page.goto(`${server.address}/upkeep/due/${roundId}`)
    await desk.page
      .getByAltText(/拍摄$/)
      .nth(POINTS - 1)
      .waitFor()
    faults.push(...(await findFaultsHere(desk.page, 'a round with photos')))
    expect([faults, desk.complaints]).toEqual([[], []])
  })
})
