import { EDUCATION_BUREAU, EDUCATION_CENTRE } from '@shiji/demo/offices'
import { whoIs } from '@shiji/demo/people'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { findFaults } from './find-faults.ts'
import type { Visitor } from './visitor.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const REMARK = '春节值守期间无重大故障，一次周巡检漏做，已补查。'

let server: RunningServer
let browser: Browser
let engineer: Visitor
let manager: Visitor
let leader: Visitor
let auditor: Visitor
/** The page of the report. */
let report: string

describe.skipIf(CHROMIUM === undefined)(`a month ends, for four people ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    engineer = await openDemoVisitor(browser, server, whoIs(EDUCATION_CENTRE, 'engineer'))
    manager = await openDemoVisitor(browser, server, whoIs(EDUCATION_CENTRE, 'centre-manager'))
    leader = await openDemoVisitor(browser, server, whoIs(EDUCATION_BUREAU, 'project-leader'))
    auditor = await openDemoVisitor(browser, server, whoIs(null, 'auditor'))
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('the engineer finds the report that was not handed in, already written from the records', async () => {
    const { page } = engineer
    await page.goto(`${server.address}/upkeep/due`)
    await page.getByRole('link', { name: /^运维月报 2026-02/ }).click()
    await page.getByRole('heading', { name: '报告正文，由记录写成' }).waitFor()
    report = page.url()
    const figure = (name: RegExp) => page.getByRole('row', { name })
    await figure(/响应及时率.*100\.00 % 29$/).waitFor()
    await figure(/巡检计划完成率.*66\.67 % 3$/).waitFor()
    // What nobody recorded is not zero.
    await figure(/满意度.*无记录 0$/).waitFor()
    await page.getByText('中心机房周巡检：交接班漏看巡检表').waitFor()
    await expect(page.getByLabel(/到会人/).count()).resolves.toBe(0)
  })

  test('past its last moment it is handed in only for the day it was written, late and visibly so', async () => {
    const { page } = engineer
    await page.getByLabel('记录', { exact: true }).fill(REMARK)
    await page.getByRole('button', { name: '记下' }).click()
    await page.getByText('请填什么时候做的；那时没有做，请说明原因').waitFor()
    await page.getByLabel(/什么时候做的/).fill('2026-03-10T10:00')
    await page.getByRole('button', { name: '记下' }).click()
    // A formula of the report speaks of late ones too; the light says nothing else.
    await page.getByText(/迟做$/).waitFor()
    await page.getByText(/补录$/).waitFor()
    await page.goto(`${server.address}/upkeep/due`)
    await page.getByText(/没有要做的/).waitFor()
    await expect(page.getByRole('link', { name: /^运维月报 2026-02/ }).count()).resolves.toBe(0)
  })

  test('the head of the centre reads it with the remark, and takes it out as Word', async () => {
    const { page } = manager
    await page.goto(report)
    await page.getByText(REMARK).first().waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载 Word' }).click()
    expect((await download).suggestedFilename()).toMatch(/^运维月报-.*\.docx$/)
  })

  test('the leader sees where the promises stand, and every number opens its rows', async () => {
    const { page } = leader
    await page.goto(`${server.address}/cockpit?year=2025`)
    await page.getByRole('heading', { level: 1, name: '驾驶舱' }).waitFor()
    await page.getByRole('link', { name: /预警/ }).first().click()
    await page.getByRole('heading', { level: 1, name: '指标看板' }).waitFor()
    await page.getByRole('row', { name: /故障响应及时性/ }).waitFor()
  })

  test('the auditor counts it among the late ones, and is offered nothing to change', async () => {
    const { page } = auditor
    await page.goto(`${server.address}/upkeep/plans?year=2026`)
    // 按时率, 按时, 迟做, 漏做, 免做, 未到
    await page.getByRole('row', { name: /运维月报.*50\.0% 1 1 0 0 0$/ }).waitFor()
    await page.goto(report)
    await page.getByText(REMARK).first().waitFor()
    await expect(page.getByRole('button', { name: /记下|说明原因|批准免做/ }).count()).resolves.toBe(0)
  })

  test('the handed-in report is fit for everybody and browsers have nothing to complain about', async () => {
    expect(await findFaults(engineer.page, new URL(report).pathname)).toEqual([])
    expect([engineer, manager, leader, auditor].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
