import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { performance } from '@shiji/contract/performance'
import { say } from '@shiji/kernel/wording'
import { type Call, CallRefused, type Command, type ExitCode } from '../command.ts'
import { formatsOf, stemOf } from '../form/formats.ts'
import { SHEETS } from '../form/sheet-words.ts'
import { onServer, SERVER_OPTIONS, type SignedIn } from '../on-server.ts'
import { EXPORT } from './export-wording.ts'

/** What is asked for in a search at most. */
const MOST_SEARCHED = 50

export const exportForm: Command = {
  path: ['export', 'form'],
  summary: {
    zh: '从正在运行的实绩取正式表，和页面上取到的一样',
    en: 'take an official form out of a running Shiji, the same as on its page',
  },
  usage: 'PROJECT',
  options: {
    ...SERVER_OPTIONS,
    form: {
      kind: 'text',
      placeholder: 'SHEET',
      describe: { zh: '哪种表：申报表（默认）、自评表……', en: 'which sheet: declaration (default), self-evaluation …' },
    },
    year: {
      kind: 'text',
      placeholder: 'YEAR',
      describe: { zh: '哪个年度（默认最近一年）', en: 'of which year (default: the latest)' },
    },
    as: {
      kind: 'text',
      placeholder: 'docx,xlsx,pdf,html',
      describe: { zh: '写成哪些格式（默认 docx）', en: 'the formats to write (default docx)' },
    },
    out: {
      kind: 'text',
      placeholder: 'FOLDER',
      describe: { zh: '写到哪个目录（默认当前目录）', en: 'the folder to write to (default: here)' },
    },
  },
  run,
}

type Project = InferContractRouterOutputs<typeof performance>['listProjects']['projects'][number]
type Sheet = Project['forms'][number]

async function run(call: Call): Promise<ExitCode> {
  const [name, ...more] = call.arguments
  if (name === undefined || more.length > 0) throw new CallRefused(say(EXPORT.usage, call.language))
  const formats = formatsOf(call)
  const folder = call.texts.out ?? '.'
  const written = await onServer(call, async (signedIn) => {
    const project = await findProject(signedIn, call, name)
    const sheet = pickSheet(call, project)
    await mkdir(folder, { recursive: true })
    const stem = `${stemOf(project.name)}-${sheet.year}-${say(SHEETS[sheet.stage], call.language)}`
    const paths: string[] = []
    for (const as of formats) {
      const path = join(folder, `${stem}.${as}`)
      await writeFile(path, await (await signedIn.ask(performance.printForm, { id: sheet.id, as })).bytes())
      call.tell(path)
      paths.push(path)
    }
    return paths
  })
  if (call.json) call.print(JSON.stringify({ written }))
  return 0
}

/** The one of that name, else the only one whose name holds it. */
async function findProject(signedIn: SignedIn, call: Call, name: string): Promise<Project> {
  const { projects } = await signedIn.ask(performance.listProjects, { search: name.slice(0, MOST_SEARCHED) })
  const found = projects.find((project) => project.name === name) ?? (projects.length === 1 ? projects[0] : undefined)
  if (found !== undefined) return found
  const names = projects.map((project) => project.name).join(', ')
  const wording = projects.length === 0 ? EXPORT.unknownProject : EXPORT.severalProjects
  throw new CallRefused(say(wording, call.language, { name, names }))
}

function pickSheet(call: Call, { name, forms }: Project): Sheet {
  const { form = 'declaration', year } = call.texts
  const [found] = forms
    .filter(({ stage }) => stage === form || Object.values<string>(SHEETS[stage]).includes(form))
    .filter((sheet) => year === undefined || String(sheet.year) === year)
    .toSorted((left, right) => right.year - left.year)
  if (found !== undefined) return found
  const known = forms.map((sheet) => `${sheet.year} ${say(SHEETS[sheet.stage], call.language)}`).join(', ')
  const asked = { name, form, year: year ?? say(EXPORT.anyYear, call.language), known: known === '' ? '—' : known }
  throw new CallRefused(say(EXPORT.noSheet, call.language, asked))
}
