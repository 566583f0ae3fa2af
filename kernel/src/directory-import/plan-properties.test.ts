import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KnownUnit } from './find-unit.ts'
import { findSheets, UNIT_HEADINGS } from './import-sheets.ts'
import { type ImportPlan, planImport } from './plan-import.ts'

type Row = readonly [code: string, name: string, kind: string, parent: string]

const TOP: KnownUnit = {
  id: 'top',
  code: null,
  name: '本区',
  kind: 'district',
  parentId: null,
  isOpen: true,
  isVisible: true,
}

/** A tree of units: each stands under the top or under an earlier one, named by code. */
const tree: fc.Arbitrary<Row[]> = fc
  .array(fc.nat(), { minLength: 1, maxLength: 40 })
  .map((picks) =>
    picks.map((pick, at): Row => [`C${at}`, `单位${at}`, '学校', pick % (at + 1) === at ? '' : `C${pick % (at + 1)}`]),
  )

function plan(rows: readonly Row[], known: readonly KnownUnit[] = []): ImportPlan {
  const texts = [Object.values(UNIT_HEADINGS).map(({ zh }) => zh), ...rows]
  const given = texts.map((row, at) => ({ line: at + 1, cells: row.map((text) => ({ text, isCovered: false })) }))
  const sheets = findSheets([{ name: '单位', rows: given }])
  if (!sheets.ok) throw new Error(sheets.problem.code)
  const words = { kinds: new Map([['学校', 'school']]), roles: new Map<string, string>() }
  return planImport(sheets.value, {
    ...words,
    topId: 'top',
    units: [TOP, ...known],
    people: [],
    administrators: new Set(),
  })
}

/** The district after the plan was carried out. */
function after({ units }: ImportPlan): KnownUnit[] {
  return units.made.map(({ ref, code, name, kind, parentRef }) => {
    return { id: ref, code, name, kind, parentId: parentRef, isOpen: true, isVisible: true }
  })
}

test('the order of the rows means nothing', () => {
  fc.assert(
    fc.property(tree, fc.infiniteStream(fc.nat()), (rows, random) => {
      const shuffled = rows.map((row) => [random.next().value, row] as const).toSorted(([a], [b]) => a - b)
      const seen = (given: readonly Row[]) => {
        const made = after(plan(given))
        const codes = new Map(made.map(({ id, code }) => [id, code]))
        return made.map(({ code, parentId }) => `${code} < ${codes.get(parentId ?? '') ?? 'top'}`).sort()
      }
      expect(seen(shuffled.map(([, row]) => row))).toEqual(seen(rows))
    }),
  )
})

test('brought again, a list that was taken changes nothing', () => {
  fc.assert(
    fc.property(tree, (rows) => {
      const first = plan(rows)
      expect(first.problems).toEqual([])
      const again = plan(rows, after(first))
      expect(again.units).toMatchObject({ made: [], changed: [], unchanged: rows.length })
    }),
  )
})

test('whatever stands in the cells, a plan without problems is a tree below the top', () => {
  const cell = fc.constantFrom('', 'C1', 'C2', 'C3', '单位1', '单位2', '=1', '学校')
  const rows = fc.array(fc.tuple(cell, cell, fc.constant('学校'), cell) as fc.Arbitrary<Row>, {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(rows, (given) => {
      if (given.every(([code, name, , parent]) => code + name + parent === '')) return
      const read = plan(given)
      if (read.problems.length > 0) return
      const parents = new Map(read.units.made.map(({ ref, parentRef }) => [ref, parentRef]))
      for (const ref of parents.keys()) {
        let at: string | undefined = ref
        for (let step = 0; step <= parents.size && at !== 'top'; step += 1) at = parents.get(at ?? '')
        expect(at).toBe('top')
      }
    }),
    { numRuns: 2000 },
  )
})
