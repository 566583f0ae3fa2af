import { wordDoubt } from '@shiji/forms/understand/understand-wording'
import type { FormContent, IndicatorRow } from '@shiji/kernel/form/form-content'
import { targetOfRow } from '@shiji/kernel/form/target-of-row'
import { printTarget } from '@shiji/kernel/target/print-target'
import { say } from '@shiji/kernel/wording'
import { CLI } from '../cli-wording.ts'
import { type Call, CallRefused, type Command, type ExitCode } from '../command.ts'
import { namedFiles } from '../input-file.ts'
import { formToJson } from './form-json.ts'
import { type ReadForm, readForms } from './read-forms.ts'
import { exitCodeOf, printFindings } from './show-findings.ts'

export const formRead: Command = {
  path: ['form', 'read'],
  summary: {
    zh: '读正式表（docx doc rtf odt xlsx xls ods csv pdf html mht txt）：字段、金额、每行指标、疑问和发现',
    en: 'read official forms (docx doc rtf odt xlsx xls ods csv pdf html mht txt): fields, sums, every indicator row, doubts and findings',
  },
  usage: 'FILE…',
  options: {},
  run: readAndShow,
}

async function readAndShow(call: Call): Promise<ExitCode> {
  const files = namedFiles(formRead, call)
  const forms: ReadForm[] = []
  for (const file of files) forms.push(...(await readForms(file, call)))
  if (forms.length === 0) throw new CallRefused(say(CLI.noFormInside, call.language, { files: files.join(' ') }), 3)

  if (call.json) {
    const several = files.length > 1
    const printed = forms.map(({ file, content, findings }) => ({
      ...(several ? { file } : {}),
      ...formToJson(content, findings, call.language),
    }))
    call.print(JSON.stringify({ forms: printed }))
  } else {
    for (const form of forms) showForm(form, call)
  }
  return exitCodeOf(forms.flatMap((form) => form.findings))
}

function showForm({ file, content, template, findings }: ReadForm, call: Call): void {
  const edition = content.edition === null ? '' : ` ${content.edition}`
  call.print(
    `\n${file}: ${content.project}  [${content.template}${edition} · ${content.year ?? '—'} · ${content.moneyUnit ?? '—'}]`,
  )
  for (const [label, text] of Object.entries(content.fields)) call.print(`  ${label}: ${shorten(text)}`)
  for (const [key, amount] of Object.entries(content.money)) {
    const label = template?.money.find((asked) => asked.key === key)?.labels[0] ?? key
    call.print(`  ${label}: ${amount ?? '—'}`)
  }
  content.indicators.forEach((row, index) => {
    call.print(`  ${String(index + 1).padStart(3)} ${rowInWords(row, content)}`)
    for (const doubt of row.doubts) call.print(`        ? ${wordDoubt(doubt, call.language)}`)
  })
  for (const doubt of content.doubts) call.print(`  ? ${wordDoubt(doubt, call.language)}`)
  printFindings(findings, call)
}

function rowInWords(row: IndicatorRow, form: FormContent): string {
  const { level1, level2, level3 } = row
  const typed = targetOfRow(row, form)
  const reading = typed.kind === 'unreadable' ? typed.problem : printTarget(typed)
  const result = row.weight === null ? '' : `  ${row.actual ?? ''}  ${row.score ?? '—'}/${row.weight}`
  return `${level1} / ${level2} / ${level3}  ${row.target || '—'} → ${typed.kind} ${reading}${result}`
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}
