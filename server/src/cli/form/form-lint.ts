import { say } from '@shiji/kernel/wording'
import { CLI } from '../cli-wording.ts'
import { type Call, CallRefused, type Command, type ExitCode } from '../command.ts'
import { namedFiles } from '../input-file.ts'
import { type ReadForm, readForms } from './read-forms.ts'
import { exitCodeOf, findingToJson, printFindings } from './show-findings.ts'

export const formLint: Command = {
  path: ['form', 'lint'],
  summary: {
    zh: '提交前预审：合计、日期、必填、照抄、错放的指标……每条说明在哪、为什么、怎么办',
    en: 'check before handing in: sums, dates, required cells, copied texts, misfiled rows; where, why and what to do',
  },
  usage: 'FILE…',
  options: {},
  run: lintFiles,
}

async function lintFiles(call: Call): Promise<ExitCode> {
  const files = namedFiles(formLint, call)
  const forms: ReadForm[] = []
  for (const file of files) forms.push(...(await readForms(file, call)))
  if (forms.length === 0) throw new CallRefused(say(CLI.noFormInside, call.language, { files: files.join(' ') }), 3)

  if (call.json) call.print(JSON.stringify({ forms: forms.map((form) => lintToJson(form, call)) }))
  else for (const form of forms) showLint(form, call)
  return exitCodeOf(forms.flatMap((form) => form.findings))
}

function lintToJson({ file, content, findings }: ReadForm, call: Call): object {
  const { template, edition, project } = content
  return {
    file,
    template,
    edition,
    project,
    findings: findings.map((finding) => findingToJson(finding, call.language)),
  }
}

function showLint({ file, content, findings }: ReadForm, call: Call): void {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  const summary = say(CLI.lintSummary, call.language, {
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
  })
  call.print(`\n${file}: ${content.project}  ${summary}`)
  printFindings(findings, call)
}
