import { READ_LIMITS } from '@shiji/forms/read/read-limits'
import { findRulePack, type RulePack } from '@shiji/kernel/rule-pack'
import { printEvaluation } from '@shiji/kernel/scoring/print-evaluation'
import { requestOfForm } from '@shiji/kernel/scoring/request-of-form'
import { scoreForm } from '@shiji/kernel/scoring/score-form'
import { parseScoreRequest, type ScoreRequest } from '@shiji/kernel/scoring/score-request'
import { say } from '@shiji/kernel/wording'
import { loadRulePacks } from '@shiji/packs/load-packs'
import { CLI } from '../cli-wording.ts'
import { type Call, CallRefused, type Command, type ExitCode } from '../command.ts'
import { loadBytes, namedFiles } from '../input-file.ts'
import { parseJsonObject } from './content-json.ts'
import { readForms } from './read-forms.ts'

export const formScore: Command = {
  path: ['form', 'score'],
  summary: {
    zh: '打分：执行率、逐行得分和说明、总分、等级；读自评表或评分请求 JSON',
    en: 'score: execution rate, rows with their trace, total, grade; takes a form or a JSON request',
  },
  usage: 'FILE',
  options: {
    pack: {
      kind: 'text',
      placeholder: 'ID',
      describe: { zh: '用哪个规则包（默认按地方和年份）', en: 'the rule pack (default: by place and year)' },
    },
  },
  run: scoreFile,
}

type PrintedEvaluation = ReturnType<typeof printEvaluation>

/** What is to be scored, and whose rules apply: a bare request names no place and is ruled by the country. */
type Asked = { readonly request: ScoreRequest; readonly project: string; readonly place: string }

async function scoreFile(call: Call): Promise<ExitCode> {
  const [file = ''] = namedFiles(formScore, call)
  const packs = loadRulePacks()
  const asked = await readAsked(file, call)
  const results = asked.map((one) => ({
    project: one.project,
    request: one.request,
    printed: printEvaluation(scoreForm(one.request, packFor(one, packs, call)), call.language),
  }))

  if (call.json) call.print(JSON.stringify(toJson(results.map(({ project, printed }) => ({ project, ...printed })))))
  else for (const result of results) show(result, call)
  const seen = results.flatMap(({ printed }) => printed.warnings).filter(({ severity }) => severity !== 'hint')
  return seen.length > 0 ? 2 : 0
}

/** One evaluation answers as itself; a file with several forms answers them all. */
function toJson(evaluations: readonly ({ project: string } & PrintedEvaluation)[]): object {
  const [only] = evaluations
  return evaluations.length === 1 && only !== undefined ? only : { forms: evaluations }
}

async function readAsked(file: string, call: Call): Promise<Asked[]> {
  const json = parseJsonObject(await loadBytes(file, READ_LIMITS.fileBytes, call))
  if (json !== null && typeof json === 'object' && 'indicators' in json && !('stage' in json)) {
    const request = parseScoreRequest(json)
    if (request.ok) return [{ request: request.value, project: file, place: 'cn' }]
    const problem = request.problem.map(({ path, message }) => `${path}: ${message}`).join('; ')
    throw new CallRefused(say(CLI.requestUnreadable, call.language, { file, problem }), 3)
  }
  const scorable = (await readForms(file, call)).filter(({ content }) => content.indicators.length > 0)
  if (scorable.length === 0) throw new CallRefused(say(CLI.nothingToScore, call.language, { file }), 3)
  return scorable.map(({ content, template }) => ({
    request: requestOfForm(content),
    project: content.project,
    place: template?.place ?? 'cn',
  }))
}

/** The pack named in the call or the request, else the one that ruled the place of the form in its year. */
function packFor({ request, place }: Asked, packs: readonly RulePack[], call: Call): RulePack {
  const named = call.texts.pack ?? request.rulePack
  if (named != null) {
    const known = packs.map(({ id }) => id).join(', ')
    const found = packs.find(({ id }) => id === named)
    if (found === undefined) throw new CallRefused(say(CLI.packUnknown, call.language, { name: named, known }))
    return found
  }
  const { year } = request
  const newest =
    packs
      .map(({ validFrom }) => validFrom)
      .sort()
      .at(-1) ?? ''
  const day = year == null ? newest : `${year}-12-31`
  const found = findRulePack(packs, { place, stage: 'self-evaluation', day })
  return found ?? earliestPack(packs, { year: year ?? '—', call })
}

/** Promises of years before the first rules are still scored, and it is said by which. */
function earliestPack(packs: readonly RulePack[], { year, call }: { year: number | string; call: Call }): RulePack {
  const ofCountry = packs.filter(
    ({ place, stages, variant }) => place === 'cn' && variant === null && stages.includes('self-evaluation'),
  )
  const [earliest] = ofCountry.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  if (earliest === undefined) throw new CallRefused(say(CLI.packMissing, call.language, { year }))
  const known = ofCountry.map(({ id }) => id).join(', ')
  call.tell(say(CLI.packEarliest, call.language, { year, pack: earliest.id, known }))
  return earliest
}

function show(
  { project, request, printed }: { project: string; request: ScoreRequest; printed: PrintedEvaluation },
  call: Call,
): void {
  call.print(`\n${project}  [${printed.rulePack}]`)
  call.print(`  ${printed.execution.rate ?? '—'}  ${printed.execution.score ?? '—'}  ${printed.execution.trace ?? ''}`)
  printed.indicators.forEach((row, index) => {
    const name = request.indicators[index]?.level3 ?? ''
    call.print(`  ${String(index + 1).padStart(3)} ${name}  ${row.score ?? '—'}  ${row.trace}`)
  })
  const own = printed.printedTotal === null ? '' : say(CLI.printedTotal, call.language, { total: printed.printedTotal })
  call.print(say(CLI.total, call.language, { total: printed.total, grade: printed.grade ?? '—', own }))
  for (const { message, where } of printed.warnings) call.print(`  ! ${message}  [${where}]`)
}
