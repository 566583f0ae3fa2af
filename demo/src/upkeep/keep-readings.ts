import { directory } from '@shiji/contract/directory'
import { documents } from '@shiji/contract/documents'
import { RegulationId, regulations } from '@shiji/contract/regulations'
import { MeterId, readingLists, upkeepMeters } from '@shiji/contract/upkeep-meters'
import { decimal } from '@shiji/kernel/decimal'
import type { MeterKind } from '@shiji/kernel/upkeep/meter'
import { makeChance } from '../chance.ts'
import type { Browser, DemoServer } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { OFFICE_SERVICES } from '../offices.ts'
import { whoIs } from '../people.ts'
import { makeSeededIds } from '../seeded-ids.ts'
import { signIn } from '../sign-in.ts'

const BROUGHT_ON = '2026-03-02'

/** What the site reads every month: its electricity, its efficiency and the speed of its line. */
const METERS: readonly {
  name: string
  kind: MeterKind
  unitWord: string
  least: string | null
  most: string | null
}[] = [
  { name: '湖畔机房总表', kind: 'energy', unitWord: 'kWh', least: null, most: '9000' },
  { name: '湖畔机房 PUE', kind: 'pue', unitWord: '', least: null, most: '1.6' },
  { name: '湖畔办公点出口线路', kind: 'speed', unitWord: 'KB', least: '10000', most: null },
]

const RULES = [
  ['rule', '机房及附属设备巡检制度', '湖机〔2024〕11号', '2024-07-01', null, '2026-06-30'],
  ['plan', '断电应急预案', '湖机〔2025〕2号', '2025-03-01', '2026-12-31', '2026-09-30'],
  ['rule', '值班与交接制度', '湖机〔2023〕5号', '2023-01-01', '2025-12-31', null],
] as const

/** Fourteen months of readings in one list, as the office kept them before, and its rules with their days. */
export async function keepReadings(server: DemoServer): Promise<void> {
  const at = officeTime(BROUGHT_ON, '08:20')
  const leader = await signIn(server, whoIs(OFFICE_SERVICES, 'project-leader'), at)
  const { unitId } = (await leader.ask(directory.whoAmI, undefined, at)).person
  const newId = makeSeededIds('readings')
  for (const { name, kind, unitWord, least, most } of METERS) {
    const limits = { least: least && decimal(least), most: most && decimal(most), rated: null }
    const meter = { id: MeterId.parse(newId(at)), unitId, projectId: null, kind, subject: null, name, unitWord }
    await leader.ask(upkeepMeters.addMeter, { ...meter, place: '湖畔办公点机房', ...limits }, at)
  }
  const file = new File([listOf(readings())], '2025 年抄表.csv')
  const { fingerprint } = await leader.ask(readingLists.readReadingList, { file }, at)
  await leader.ask(readingLists.takeReadingList, { file, fingerprint }, at)
  await registerRules(leader, newId)
}

async function registerRules(leader: Browser, newId: (at: Temporal.Instant) => string): Promise<void> {
  const at = officeTime(BROUGHT_ON, '08:30')
  for (const [kind, name, number, validFrom, validUntil, nextReviewOn] of RULES) {
    const file = new File([`${name}\n${number}`], `${name}.txt`)
    const { id: documentId } = await leader.ask(documents.addDocument, { name: file.name, file }, at)
    const facts = { kind, name, number, documentId, validFrom, validUntil, nextReviewOn }
    await leader.ask(regulations.registerRegulation, { id: RegulationId.parse(newId(at)), ...facts }, at)
  }
}

type Line = readonly [meter: string, at: string, value: string]

/** At the end of each month; one summer month is above the limit, as an honest year has it. */
function readings(): Line[] {
  const { between } = makeChance(20_251)
  const first = Temporal.PlainYearMonth.from('2024-12')
  let shown = 128_400
  return Array.from({ length: 15 }, (_, index) => first.add({ months: index })).flatMap((month): Line[] => {
    const at = `${month.toPlainDate({ day: month.daysInMonth })} 16:30`
    const isHot = month.month === 7 || month.month === 8
    shown += isHot ? between(8_800, 9_400) : between(7_200, 8_600)
    return [
      ['湖畔机房总表', at, String(shown)],
      ['湖畔机房 PUE', at, `1.${isHot ? between(56, 61) : between(42, 55)}`],
      ['湖畔办公点出口线路', at, String(between(10_300, 12_600))],
    ]
  })
}

function listOf(lines: readonly Line[]): string {
  return ['表计或线路,时间,读数,总数', ...lines.map((line) => `${line.join(',')},`)].join('\n')
}
