import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { YearDays } from '@shiji/kernel/calendar/year-days'

/**
 * Writes `packs/cn/calendars/<year>.json` from the day tables of the npm package `chinese-days` (MIT), unpacked in a
 * folder: `node tools/make-year-calendars.ts <folder of the package>`. The notices of the State Council remain the
 * source; whoever adds a year holds the file against its notice.
 */
const NOTICES: Readonly<Record<number, string>> = {
  2024: '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）',
  2025: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
  2026: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
}

type Published = Readonly<Record<'holidays' | 'workdays', Readonly<Record<string, string>>>>

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: node tools/make-year-calendars.ts <unpacked chinese-days>')

const target = join(import.meta.dirname, '..', 'packs', 'cn', 'calendars')
mkdirSync(target, { recursive: true })
for (const [year, notice] of Object.entries(NOTICES)) {
  const published: Published = JSON.parse(readFileSync(join(folder, 'dist', 'years', `${year}.json`), 'utf8'))
  const days = YearDays.parse({
    place: 'cn',
    year: Number(year),
    source: { text: notice, sureness: 'A' },
    holidays: namedDays(published.holidays),
    workdays: namedDays(published.workdays),
  })
  writeFileSync(join(target, `${year}.json`), `${JSON.stringify(days, null, 2)}\n`)
}

/** The package writes `English,中文,days`. */
function namedDays(days: Published['holidays']) {
  return Object.entries(days)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, words]) => {
      const [en, zh] = words.split(',')
      return { day, name: { zh, en } }
    })
}
