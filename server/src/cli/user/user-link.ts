import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { say } from '@shiji/kernel/wording'
import { type Call, CallRefused, type Command, type ExitCode } from '../command.ts'
import { onDistricts, USER_OPTIONS } from './districts.ts'
import { USER } from './user-wording.ts'

export const userLink: Command = {
  path: ['user', 'link'],
  summary: {
    zh: '给忘记密码的人（包括管理员）生成一次性链接；动态码仍要核对，记入账本',
    en: 'make a one-time link for who forgot the password, administrators included; a second step stays, the ledger keeps it',
  },
  usage: 'LOGIN',
  options: USER_OPTIONS,
  run: link,
}

async function link(call: Call): Promise<ExitCode> {
  const [login, ...more] = call.arguments
  if (login === undefined || more.length > 0) throw new CallRefused(say(USER.usage, call.language))
  const code = await makeLink(call, login)
  const path = `/invitation/${code}`
  call.print(call.json ? JSON.stringify({ login, path }) : say(USER.link, call.language, { path }))
  return 0
}

async function makeLink(call: Call, login: string): Promise<string> {
  const { findByLogin, linkByHand } = await import('#modules/directory')
  const { read } = await import('#platform/database/transaction')
  return onDistricts(call, async (districts) => {
    const known = []
    for (const district of districts) {
      if ((await read(district.db, (reader) => findByLogin(reader, login))) !== undefined) known.push(district)
    }
    const [first, ...others] = known
    if (first === undefined) throw new CallRefused(say(USER.unknown, call.language, { login }))
    if (others.length > 0) {
      const slugs = known.map(({ slug }) => slug).join(', ')
      throw new CallRefused(say(USER.several, call.language, { login, districts: slugs }))
    }
    const origin = {
      actor: { kind: 'system', name: 'command-line' },
      now: Temporal.Now.instant(),
      newId: randomUUIDv7,
      requestId: randomUUID(),
    } as const
    const made = await linkByHand({ ...origin, db: first.db }, login)
    if (made === 'unknown') throw new CallRefused(say(USER.unknown, call.language, { login }))
    if (made === 'disabled') throw new CallRefused(say(USER.disabled, call.language, { login }))
    return made.code
  })
}
