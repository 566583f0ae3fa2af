import { say } from '@shiji/kernel/wording'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import { CLI } from '../cli-wording.ts'
import type { Call, Command, ExitCode } from '../command.ts'

export const formTemplates: Command = {
  path: ['form', 'templates'],
  summary: { zh: '列出表样：地方、年份、阶段', en: 'list the form templates: place, edition, stage' },
  usage: '',
  options: {},
  run: listTemplates,
}

async function listTemplates(call: Call): Promise<ExitCode> {
  const templates = loadFormTemplates()
  if (call.json) {
    const facts = templates.map(({ id, edition, name, place, stage, validFrom, validTo, moneyUnit }) => ({
      id,
      edition,
      name: name[call.language],
      place,
      stage,
      validFrom,
      validTo,
      moneyUnit,
    }))
    call.print(JSON.stringify({ templates: facts }))
    return 0
  }
  for (const { id, edition, name, place, validFrom, validTo } of templates) {
    const period =
      validTo === null ? say(CLI.validSince, call.language, { from: validFrom }) : `${validFrom} – ${validTo}`
    call.print(`${id.padEnd(36)} ${edition}  ${name[call.language]}  (${place}, ${period})`)
  }
  return 0
}
