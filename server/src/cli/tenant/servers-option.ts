import { type Language, say, type Wording } from '@shiji/kernel/wording'
import { type NamedServer, parseServers } from '#platform/tenants/open-servers'
import { CallRefused } from '../command.ts'

const UNREADABLE: Wording = {
  zh: 'SHIJI_SERVERS 写法不对：每台写成 名字=postgres://…，用空格隔开，名字不重复，也不叫 home。没有启动任何东西。',
  en: 'SHIJI_SERVERS cannot be read: write each server as name=postgres://…, parted by blanks, no name twice and none called home. Nothing was started.',
}

/** The database servers beside home, from the environment: their addresses hold passwords. */
export function otherServersOf(environment: NodeJS.ProcessEnv, language: Language): readonly NamedServer[] {
  const servers = parseServers(environment.SHIJI_SERVERS ?? '')
  if (servers === null) throw new CallRefused(say(UNREADABLE, language))
  return servers
}
