import { ROLE_WORDS } from '@shiji/contract/role-words'
import { say } from '@shiji/kernel/wording'
import type { Call, Command, ExitCode } from '../command.ts'
import { onDistricts, USER_OPTIONS } from './districts.ts'
import { PERSON_STATES, USER } from './user-wording.ts'

export const userList: Command = {
  path: ['user', 'list'],
  summary: {
    zh: '列出有登录名的人员：单位、角色、状态',
    en: 'list everybody with a login: unit, roles, state',
  },
  usage: '',
  options: USER_OPTIONS,
  run: list,
}

async function list(call: Call): Promise<ExitCode> {
  const { listAccounts } = await import('#modules/directory')
  const { read } = await import('#platform/database/transaction')
  const found = await onDistricts(call, async (districts) => {
    const all = []
    for (const { slug, db } of districts) {
      for (const { login, name, unitName: unit, roles, state } of await read(db, listAccounts)) {
        all.push({ district: slug, login, name, unit, roles, state })
      }
    }
    return all
  })
  if (call.json) {
    call.print(JSON.stringify({ people: found }))
    return 0
  }
  const { language } = call
  for (const { roles, state, login, name, unit } of found) {
    const held = roles.map((role) => say(ROLE_WORDS[role], language)).join(' · ')
    call.print(say(USER.line, language, { login, name, unit, roles: held, state: say(PERSON_STATES[state], language) }))
  }
  if (found.length === 0) call.tell(say(USER.none, language))
  return 0
}
