import { say } from '@shiji/kernel/wording'
import { loadRowLists } from '@shiji/packs/load-packs'
import type { Call, Command, ExitCode } from './command.ts'

const WORDS = {
  total: {
    zh: '{rows} 行：{computed} 行由记录算出，{documented} 行有材料，{asserted} 行只是说明，{unbound} 行还不能证明',
    en: '{rows} rows: {computed} computed from records, {documented} documented, {asserted} asserted, {unbound} not provable yet',
  },
  missing: { zh: '还没有模块给出 {measure}', en: 'no module makes {measure} yet' },
  unknown: { zh: '指标库没有口径', en: 'the library names no measure' },
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
  const { MODULES } = await import('../app/modules.ts')
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
  if (call.json) {
    call.print(JSON.stringify(counts))
    return 0
  }
  for (const { id, name, proof, measure } of rows) {
    const missing =
      measure === null ? say(WORDS.unknown, call.language) : say(WORDS.missing, call.language, { measure })
    call.print(`${id.padEnd(12)} ${name}  ${proof === 'unbound' ? missing : `${measure} (${proof})`}`)
  }
  call.print(say(WORDS.total, call.language, counts))
  return 0
}
