import { say } from '@shiji/kernel/wording'
import { type Call, CallRefused } from '../command.ts'
import { START } from './start-wording.ts'

const LAST_PORT = 65_535

type DevicePorts = { readonly syslogPort?: number; readonly trapPort?: number }

/** `SHIJI_SYSLOG_PORT` and `SHIJI_TRAP_PORT`: where system logs and SNMP traps of devices are heard. Without them none are. */
export function devicePortsOf(call: Pick<Call, 'environment' | 'language'>): DevicePorts {
  const syslogPort = portOf('SHIJI_SYSLOG_PORT', call)
  const trapPort = portOf('SHIJI_TRAP_PORT', call)
  return { ...(syslogPort === null ? {} : { syslogPort }), ...(trapPort === null ? {} : { trapPort }) }
}

function portOf(name: string, { environment, language }: Pick<Call, 'environment' | 'language'>): number | null {
  const text = (environment[name] ?? '').trim()
  if (text === '') return null
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port < 1 || port > LAST_PORT)
    throw new CallRefused(say(START.devicePortUnreadable, language, { port: text, name }))
  return port
}
