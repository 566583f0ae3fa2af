import { say } from '@shiji/kernel/wording'
import { type Call, CallRefused } from './command.ts'
import { START } from './start-wording.ts'

const LAST_PORT = 65_535

/** `SHIJI_SYSLOG_PORT`: where system logs of devices are heard. Without it none are. */
export function syslogOf({ environment, language }: Pick<Call, 'environment' | 'language'>): { syslogPort?: number } {
  const text = (environment.SHIJI_SYSLOG_PORT ?? '').trim()
  if (text === '') return {}
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > LAST_PORT) throw new CallRefused(say(START.syslogUnreadable, language, { port: text }))
  return { syslogPort: port }
}
