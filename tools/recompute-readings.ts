import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recomputeRows } from './recompute-rows.ts'

/**
 * Computes the figures of an unpacked evidence pack anew from its JSON Lines, with none of the product's code:
 * `node tools/recompute-readings.ts FOLDER [ROWS]`. Exit 2 when a figure differs in any digit.
 */
const [folder, most = '30'] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: node tools/recompute-readings.ts <unpacked pack> [rows]')
const linesOf = (path: string) => readFileSync(join(folder, path), 'utf8').trim().split('\n')
const rows = recomputeRows(linesOf, { most: Number(most), pick: Math.random })
for (const { row, indicator, sealed, again, agrees } of rows) {
  process.stdout.write(`${agrees ? '=' : '≠'} ${row} ${indicator}: ${sealed} ${agrees ? '' : `but ${again}`}\n`)
}
const wrong = rows.filter(({ agrees }) => !agrees).length
process.stdout.write(`${rows.length - wrong} of ${rows.length} agree to the last digit\n`)
process.exitCode = wrong === 0 ? 0 : 2
