import { basename } from 'node:path'
import { MOST_FILE_BYTES } from '@shiji/contract/documents'
import { say } from '@shiji/kernel/wording'
import { type Call, CallRefused, type Command, type ExitCode } from '../command.ts'
import { loadBytes } from '../input-file.ts'
import { onServer, SERVER_OPTIONS, ServerRefusal } from '../on-server.ts'
import { importForms } from './import-forms.ts'
import { importList, isListKind } from './import-list.ts'
import { IMPORT } from './import-wording.ts'
import type { Imported } from './imported.ts'

export const importFiles: Command = {
  path: ['import'],
  summary: {
    zh: '把文件导入正在运行的实绩：正式表存为草稿，单位人员、资产、耗材备件、抄表名单整份导入',
    en: 'bring files into a running Shiji: official forms as drafts; lists of people, assets, stock or readings as a whole',
  },
  usage: 'forms|people|assets|stock|readings FILE…',
  options: {
    ...SERVER_OPTIONS,
    'dry-run': { kind: 'flag', describe: { zh: '只看会怎样，不导入', en: 'only look what would happen' } },
    report: {
      kind: 'text',
      placeholder: 'OUT.xlsx',
      describe: {
        zh: '名单有错时，把标注好的文件写到这里',
        en: 'where to write the list with its wrong cells marked, when it has any',
      },
    },
    links: {
      kind: 'text',
      placeholder: 'OUT.csv',
      describe: {
        zh: '导入人员时，新人的一次性链接写到这里（仅本人可读）',
        en: 'where the one-time links of new people are written, readable by you alone',
      },
    },
  },
  run,
}

async function run(call: Call): Promise<ExitCode> {
  const [kind, ...files] = call.arguments
  const isKnown = kind === 'forms' || isListKind(kind)
  if (!isKnown || files.length === 0) throw new CallRefused(say(IMPORT.usage, call.language))
  if (files.length > 1 && (call.texts.report ?? call.texts.links) !== undefined) {
    throw new CallRefused(say(IMPORT.oneFile, call.language))
  }
  const brought: File[] = []
  for (const file of files) {
    const bytes = new Uint8Array(await loadBytes(file, MOST_FILE_BYTES, call))
    brought.push(new File([bytes], basename(file)))
  }
  const done = await onServer(call, async (signedIn) => {
    const all: Imported[] = []
    for (const file of brought) {
      const take = () =>
        kind === 'forms' ? importForms(signedIn, call, file) : importList(signedIn, call, { kind, file })
      all.push(await take().catch((error: unknown) => notTaken(call, file, error)))
    }
    return all
  })
  if (call.json) call.print(JSON.stringify({ files: done.map(({ said }) => said) }))
  const codes = done.map(({ exitCode }) => exitCode)
  return ([3, 1, 2] as const).find((code) => codes.includes(code)) ?? 0
}

/** One file that is refused does not keep the others from coming in. */
function notTaken(call: Call, { name: file }: File, error: unknown): Imported {
  if (!(error instanceof ServerRefusal)) throw error
  call.tell(say(IMPORT.notTaken, call.language, { file, reason: error.message }))
  return { said: { file, refused: error.message }, exitCode: error.exitCode }
}
