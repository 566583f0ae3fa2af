import { findAlikePairs, indexNames } from '@shiji/kernel/library/find-alike'
import { findDuplicates, indexLibrary } from '@shiji/kernel/library/find-duplicates'
import { makeNameReader } from '@shiji/kernel/library/read-name'
import { loadFormTemplates, loadLibraryPacks, loadNameWords } from '@shiji/packs/load-packs'
import { type Figure, figure, medianMs } from './measure.ts'
import { largestForm } from './sample-form.ts'

const reader = makeNameReader(loadNameWords())
const entries = loadLibraryPacks().flatMap((pack) => pack.entries)
const names = entries.flatMap(({ id, level3, synonyms }) =>
  [level3, ...synonyms].map((name) => ({ entryId: id, title: level3, name })),
)
const SISTERS = 12
const MANY = 100_000
const FEW = 10_000

/** Names of indicators: the declarations of a province held against each other, and one declaration held against its library. */
export async function measure(): Promise<Figure[]> {
  const [few, many] = [rowNames(FEW), rowNames(MANY)]
  const fewMs = await medianMs(() => findAlikePairs(few, reader), { warmUp: 1, rounds: 5 })
  const manyMs = await medianMs(() => findAlikePairs(many, reader), { warmUp: 1, rounds: 5 })

  const index = indexNames([...new Set(many)], reader)
  const asked = many.slice(0, 1000)
  const lookUpMs = await medianMs(() => asked.map((name) => index.findAlike(reader.read(name))))

  const template = loadFormTemplates().find(({ id }) => id === 'CN-SH-MUNICIPAL-DECLARATION')
  if (template === undefined) throw new Error('the municipal declaration template is missing')
  const form = largestForm(template)
  const sisters = Array.from({ length: SISTERS }, (_, at) => ({ ...form, project: `项目${at}` }))
  const formMs = await medianMs(() => {
    const library = indexLibrary(names, reader)
    return findDuplicates(form, { sisters, library, reader })
  })
  return [
    figure(`alike names among ${MANY} rows`, { value: manyMs, unit: 'ms' }, { atMost: 5000 }),
    figure('time per row, ten times the rows', { value: manyMs / MANY / (fewMs / FEW), unit: '×' }, { atMost: 1.5 }),
    figure(
      `one name among ${new Set(many).size} spellings`,
      { value: lookUpMs / asked.length, unit: 'ms' },
      { atMost: 1 },
    ),
    figure('a form of 43 rows, 12 sisters, the library', { value: formMs, unit: 'ms' }, { atMost: 50 }),
  ]
}

/** Every third row as the library names it, the others of a school and now and then with a word more. */
function rowNames(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const name = names[at % names.length]?.name ?? ''
    if (at % 3 === 0) return name
    return `${ORDER[at % 10]}${SIDES[Math.floor(at / 10) % 10]}学校${name}${at % 7 === 0 ? '情况' : ''}`
  })
}

const ORDER = [...'甲乙丙丁戊己庚辛壬癸']
const SIDES = [...'春夏秋冬东南西北中正']
