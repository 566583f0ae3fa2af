import { isIP } from 'node:net'
import { say } from '@shiji/kernel/wording'
import { type Call, CallRefused } from '../command.ts'
import { START } from './start-wording.ts'

/**
 * `SHIJI_TRUST_PROXY`: the reverse proxies in front, by address or network. Only their word on who calls and by which
 * protocol is believed; behind https the session cookie is then `Secure` and tied to the host.
 */
export function proxiesOf({ environment, language }: Pick<Call, 'environment' | 'language'>): string[] | undefined {
  const proxies = (environment.SHIJI_TRUST_PROXY ?? '').split(',').flatMap((text) => text.trim() || [])
  const unreadable = proxies.find((proxy) => !isNetwork(proxy))
  if (unreadable !== undefined) throw new CallRefused(say(START.proxyUnreadable, language, { proxy: unreadable }))
  return proxies.length === 0 ? undefined : proxies
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}
