import { say } from '@shiji/kernel/wording'
import { loadRowLists } from '@shiji/packs/load-packs'
import type { Call, Command, ExitCode } from '../command.ts'

const WORDS = {
  total: {
    zh: '{rows} 行：{computed} 行由记录算出，{documented} 行有材料，{asserted} 行只是说明（其中 {planned} 行等待给出口径的模块），{unbound} 行没有绑定',
    en: '{rows} rows: {computed} computed from records, {documented} documented, {asserted} only stated ({planned} of them await the module of their measure), {unbound} not bound',
  },
}

export const measuresCoverage: Command = {
  path: ['measures', 'coverage'],
  summary: {
    zh: '数一数真实申报表的各行有多少能由记录证明',
    en: 'count how many rows of real declarations records can prove',
  },
  usage: '',
  options: {},
  run: showCoverage,
}

async function showCoverage(call: Call): Promise<ExitCode> {
  const { MODULES } = await import('../../app/modules.ts')
  const { measuresOf } = await import('#platform/measure')
  const { countCoverage } = await import('#modules/performance')
  const measures = measuresOf(MODULES)
  const rows = loadRowLists().flatMap((list) => countCoverage(list, measures))
  const count = (proof: (typeof rows)[number]['proof']) => rows.filter((row) => row.proof === proof).length
  const counts = {
    rows: rows.length,
    computed: count('computed'),
    documented: count('documented'),
    asserted: count('asserted'),
    unbound: count('unbound'),
  }
  const planned = rows.filter((row) => row.planned)
  if (call.json) {
    call.print(JSON.stringify({ ...counts, planned: planned.length }))
    return 0
  }
  for (const { id, name, proof, measure, records, strength, why } of rows) {
    const told = [proof, measure, records, strength, why && say(why, call.language)].filter((part) => part !== null)
    call.print(`${id.padEnd(12)} ${name}  ${told.join(' · ')}`)
  }
  call.print(say(WORDS.total, call.language, { ...counts, planned: planned.length }))
  return 0
}
