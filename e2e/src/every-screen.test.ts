import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EDUCATION_CENTRE, EXPERT_POOL } from '@shiji/demo/offices'
import { type DemoPerson, whoIs } from '@shiji/demo/people'
import type { RunningServer } from '@shiji/server/app/start-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openBrowser } from './chromium.ts'
import { loadExample, writeExample } from './damaged-form.ts'
import { startDemoDesk } from './demo-desk.ts'
import { openDemoVisitor } from './demo-visitor.ts'
import { findFaultsOfOpened } from './find-faults.ts'
import { openVisitor, type Visitor } from './visitor.ts'
import { kilobytes, weighScreen } from './weigh-screen.ts'

const WHERE = CHROMIUM === undefined ? '(skipped: this machine has no Chromium)' : ''
const DESK_SOURCES = join(import.meta.dirname, '../../web/desk/src')

const CONTACT = whoIs(EDUCATION_CENTRE, 'project-contact')
const ENGINEER = whoIs(EDUCATION_CENTRE, 'engineer')
const SECURITY = whoIs(null, 'security-administrator')
const KEEPER = whoIs(null, 'system-administrator')
const AUDITOR = whoIs(null, 'audit-administrator')
const EXPERT = whoIs(EXPERT_POOL, 'expert')

/** Every page of the desk, and who looks at it; what is after a `?` is a state of the page worth a look of its own. */
const SCREENS: Readonly<Record<string, DemoPerson | null>> = {
  '/sign-in': null,
  '/invitation/$code': null,
  '/home': CONTACT,
  '/tasks': CONTACT,
  '/projects': CONTACT,
  '/declare': CONTACT,
  '/declare/last-year': CONTACT,
  '/declare/last-year/$formId': CONTACT,
  '/declare/new': CONTACT,
  '/declare/$documentId': CONTACT,
  '/library': CONTACT,
  '/rules': CONTACT,
  '/expert-sheets': EXPERT,
  '/projects/forms/$formId': CONTACT,
  '/projects/forms/$formId?room=goals': CONTACT,
  '/projects/forms/$formId?room=goals&panel=library': CONTACT,
  '/projects/forms/$formId/sheet': CONTACT,
  '/projects/forms/$formId/score': CONTACT,
  '/projects/forms/$formId/approval': CONTACT,
  '/projects/forms/$formId/monitoring': CONTACT,
  '/projects/forms/$formId/revision': CONTACT,
  '/projects/forms/$formId/archive': CONTACT,
  '/projects/forms/$formId/versions': CONTACT,
  '/monitoring?year=2025': CONTACT,
  '/rectifications': CONTACT,
  '/service-lines': CONTACT,
  '/ticket-times?year=2025': CONTACT,
  '/problems': CONTACT,
  '/problems/$problemId': CONTACT,
  '/major-incidents': CONTACT,
  '/major-incidents/$ticketId': ENGINEER,
  '/knowledge': CONTACT,
  '/knowledge/$articleId': CONTACT,
  '/knowledge/new': ENGINEER,
  '/knowledge/$articleId/edit': ENGINEER,
  '/surveys?year=2025': CONTACT,
  '/surveys/$surveyId': CONTACT,
  '/upkeep/due': CONTACT,
  '/upkeep/duty?month=2025-08': CONTACT,
  '/upkeep/shifts/$shiftId': CONTACT,
  '/upkeep/plans': CONTACT,
  '/upkeep/plans/$planId?year=2025': CONTACT,
  '/upkeep/due/$occurrenceId': CONTACT,
  '/upkeep/faults?year=2025': CONTACT,
  '/upkeep/meters': CONTACT,
  '/upkeep/meters/import': CONTACT,
  '/regulations': CONTACT,
  '/stock': CONTACT,
  '/stock/$itemId': CONTACT,
  '/stock/import': CONTACT,
  '/stock/count': CONTACT,
  '/account': CONTACT,
  '/people': SECURITY,
  '/units': SECURITY,
  '/sign-in-rules': SECURITY,
  '/mailbox': KEEPER,
  '/ledger': AUDITOR,
}

/** Pages that need a story before there is anything on them are looked at where it is told. */
const SEEN_IN: Readonly<Record<string, string>> = {
  '/people/import': 'list-import.test.ts',
  '/messages': 'deputy-and-channel.test.ts',
  '/deputies': 'deputy-and-channel.test.ts',
  '/channels': 'deputy-and-channel.test.ts',
  '/projects/$projectId': 'self-evaluation.test.ts',
  '/projects/$projectId/money': 'self-evaluation.test.ts',
  '/projects/forms/$formId/self-evaluation': 'self-evaluation.test.ts',
  '/projects/forms/$formId/re-evaluation': 'self-evaluation.test.ts',
  '/projects/forms/$formId/publication': 'self-evaluation.test.ts',
  '/re-evaluation': 'self-evaluation.test.ts',
  '/results': 'self-evaluation.test.ts',
  '/cockpit': 'self-evaluation.test.ts',
  '/board': 'evidence.test.ts',
  '/board/$formId/$position': 'evidence.test.ts',
  '/reviews': 'review-desk.test.ts',
  '/flows': 'review-desk.test.ts',
  '/flows/$key': 'review-desk.test.ts',
  '/tickets': 'night-call.test.ts',
  '/tickets/$ticketId': 'night-call.test.ts',
  '/calls/new': 'night-call.test.ts',
  '/complaints': 'night-call.test.ts',
  '/contracts': 'contracts-and-assets.test.ts',
  '/contracts/new': 'contracts-and-assets.test.ts',
  '/contracts/$contractId': 'contracts-and-assets.test.ts',
  '/vendors': 'contracts-and-assets.test.ts',
  '/vendors/$vendorId': 'contracts-and-assets.test.ts',
  '/purchases': 'contracts-and-assets.test.ts',
  '/equipment': 'contracts-and-assets.test.ts',
  '/equipment/import': 'contracts-and-assets.test.ts',
  '/equipment/labels': 'contracts-and-assets.test.ts',
  '/equipment/$assetId': 'contracts-and-assets.test.ts',
  '/rooms': 'contracts-and-assets.test.ts',
  '/stocktakes': 'contracts-and-assets.test.ts',
  '/stocktakes/$stocktakeId': 'contracts-and-assets.test.ts',
  '/upkeep/routes': 'rounds.test.ts',
  '/upkeep/routes/new': 'rounds.test.ts',
  '/upkeep/routes/$routeId': 'rounds.test.ts',
  '/upkeep/labels': 'rounds.test.ts',
  '/upkeep/meters/$meterId': 'rounds.test.ts',
  '/regulations/$regulationId': 'rounds.test.ts',
  '/spots': 'phone.test.ts',
  '/spots/labels': 'phone.test.ts',
  '/watch': 'watch.test.ts',
  '/watch/new': 'watch.test.ts',
  '/watch/$probeId': 'watch.test.ts',
  '/watch/$probeId/settings': 'watch.test.ts',
  '/databases': 'watch.test.ts',
  '/databases/new': 'watch.test.ts',
  '/databases/$databaseId': 'watch.test.ts',
  '/databases/$databaseId/settings': 'watch.test.ts',
  '/databases/checkups/$checkupId': 'watch.test.ts',
  '/changes': 'change-window.test.ts',
  '/changes/$changeId': 'change-window.test.ts',
}

let server: RunningServer
let browser: Browser
/** What the two first pages ask for: the entrance, and the 工作台 of whoever is in already. */
let entrance: ReadonlyMap<string, number>
let first: ReadonlyMap<string, number>
const ids = {
  formId: '',
  selfEvaluationId: '',
  documentId: '',
  planId: '',
  occurrenceId: '',
  surveyId: '',
  problemId: '',
  articleId: '',
  majorId: '',
  shiftId: '',
  itemId: '',
}
const visitors = new Map<DemoPerson | null, Visitor>()

describe.skipIf(CHROMIUM === undefined)(`every screen is fit for everybody ${WHERE}`, () => {
  beforeAll(async () => {
    server = await startDemoDesk()
    browser = await openBrowser()
    for (const person of [CONTACT, ENGINEER, KEEPER, SECURITY, AUDITOR, EXPERT]) {
      visitors.set(person, await openDemoVisitor(browser, server, person))
    }
    const stranger = await openVisitor(browser)
    await stranger.page.goto(`${server.address}/sign-in`)
    visitors.set(null, stranger)
    const home = visitors.get(CONTACT)?.page ?? stranger.page
    entrance = await weighScreen(stranger.page, `${server.address}/sign-in`)
    first = await weighScreen(home, `${server.address}/home`)
    await findIds()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('the entrance and the first page weigh at most 330 KB', () => {
    expect(kilobytes(entrance.values()), heaviest(entrance)).toBeLessThan(330)
    expect(kilobytes(first.values()), heaviest(first)).toBeLessThan(330)
  })

  test.each(['/nowhere', '/changes/abc', '/projects/forms/abc/monitoring'])(
    '%s says that nothing is there',
    async (path) => {
      const page = visitors.get(CONTACT)?.page
      await page?.goto(`${server.address}${path}`)
      await page?.getByText('这个网址没有页面').waitFor()
      expect(visitors.get(CONTACT)?.complaints.splice(0)).toEqual([])
    },
  )

  test.each(Object.entries(SCREENS))('%s', async (screen, person) => {
    const visitor = visitors.get(person)
    if (visitor === undefined) throw new Error('nobody looks')
    const weight = await weighScreen(visitor.page, `${server.address}${addressOf(screen)}`)
    const added = new Map([...weight].filter(([url]) => !first.has(url) && !entrance.has(url)))
    expect(kilobytes(added.values()), heaviest(added)).toBeLessThan(120)
    expect(await findFaultsOfOpened(visitor.page, addressOf(screen))).toEqual([])
    expect(visitor.complaints.splice(0)).toEqual([])
  })
})

/** Where the weight lies, for whoever has to take some off. */
function heaviest(parts: ReadonlyMap<string, number>): string {
  const sorted = [...parts].sort(([, one], [, other]) => other - one).slice(0, 8)
  return sorted.map(([url, bytes]) => `${url.split('/').at(-1)} ${kilobytes([bytes]).toFixed(1)}`).join(' · ')
}

test('no screen of the desk is left out', () => {
  const looked = Object.entries(SEEN_IN).filter(([, file]) =>
    readFileSync(join(import.meta.dirname, file), 'utf8').includes('findFaults('),
  )
  const seen = new Set([...Object.keys(SCREENS), ...looked.map(([path]) => path)].map((screen) => screen.split('?')[0]))
  expect(routesOfDesk().filter((path) => !seen.has(path))).toEqual([])
})

/** What every `createRoute` says of its address; the first page only leads on, and the sample sheet is no screen. */
function routesOfDesk(): string[] {
  const sources = globSync('**/*.{ts,tsx}', { cwd: DESK_SOURCES }).map((name) =>
    readFileSync(join(DESK_SOURCES, name), 'utf8'),
  )
  const paths = sources.flatMap((source) =>
    Array.from(source.matchAll(/createRoute\(\{[^}]*?path: '(\/[^']*)'/gs), ([, path = '']) => path),
  )
  return paths.filter((path) => path !== '/' && !path.startsWith('/kit'))
}

function addressOf(screen: string): string {
  const formId = screen.includes('/score') ? ids.selfEvaluationId : ids.formId
  return screen
    .replace('$formId', formId)
    .replace('$documentId', ids.documentId)
    .replace('$code', 'none')
    .replace('$planId', ids.planId)
    .replace('$occurrenceId', ids.occurrenceId)
    .replace('$surveyId', ids.surveyId)
    .replace('$articleId', ids.articleId)
    .replace('$ticketId', ids.majorId)
    .replace('$problemId', ids.problemId)
    .replace('$shiftId', ids.shiftId)
    .replace('$itemId', ids.itemId)
}

/** A declaration, a self-evaluation, and a file with two places to be checked. */
async function findIds(): Promise<void> {
  const requests = visitors.get(CONTACT)?.page.request
  if (requests === undefined) throw new Error('nobody asks')
  const listed = await (await requests.get(`${server.address}/api/projects`)).json()
  const forms: { id: string; stage: string }[] = listed.projects.flatMap(({ forms: some }: { forms: [] }) => some)
  ids.formId = forms.find(({ stage }) => stage === 'declaration')?.id ?? ''
  ids.selfEvaluationId = forms.find(({ stage }) => stage === 'self-evaluation')?.id ?? ''
  const plans: { id: string; kind: string }[] = await (
    await requests.get(`${server.address}/api/upkeep/plans?year=2025`)
  ).json()
  ids.planId = plans.find(({ kind }) => kind === 'inspection')?.id ?? ''
  const year = await (await requests.get(`${server.address}/api/upkeep/plans/${ids.planId}/years/2025`)).json()
  ids.occurrenceId = year.cells[0].id
  ids.problemId = (await (await requests.get(`${server.address}/api/desk/problems`)).json())[0].id
  ids.surveyId = (await (await requests.get(`${server.address}/api/desk/surveys?year=2025`)).json())[0].id
  ids.articleId = (await (await requests.get(`${server.address}/api/desk/articles`)).json())[0].id
  ids.majorId = (await (await requests.get(`${server.address}/api/desk/majors`)).json())[0].id
  ids.itemId = (await (await requests.get(`${server.address}/api/stock`)).json()).items[0].id
  const dutyId = plans.find(({ kind }) => kind === 'duty')?.id ?? ''
  const duty = await (await requests.get(`${server.address}/api/upkeep/plans/${dutyId}/years/2025`)).json()
  ids.shiftId = duty.cells[0].id
  const damaged = { 'indicators[1].level3': '故障 解决率', 'money.fiscal.own': '约十八万' }
  const buffer = await writeExample(await loadExample('cn-sh-minhang-declaration-2020'), damaged)
  const file = { name: '运维申报.docx', mimeType: 'application/octet-stream', buffer }
  const brought = await requests.post(`${server.address}/api/documents`, { multipart: { name: file.name, file } })
  ids.documentId = (await brought.json()).id
}
