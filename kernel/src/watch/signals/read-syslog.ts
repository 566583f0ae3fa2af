import { cut, type Heard, LONGEST_ABOUT, LONGEST_PRINT, LONGEST_TITLE, UNNAMED } from './read-signals.ts'

/** A device says when something breaks and seldom that it is whole again: what is not told for so long is over. */
export const DEVICE_QUIET_MINUTES = 15

/** Error and worse: RFC 5424 §6.2.1. A warning is no alarm. */
const GRAVEST = ['emergency', 'alert', 'critical', 'error'] as const
const SEVERITIES = 8
const MOST_PRIORITY = 191

const PRIORITY = /^<(\d{1,3})>/
/** `1 time host app process message-id data words`: RFC 5424 §6. */
const NEW_FORM = /^1 (\S+) (\S+) (\S+) (\S+) (\S+) (-|(?:\[(?:\\.|"(?:\\.|[^"\\])*"|[^\]"\\])*\])+)(?: ([\s\S]*))?$/
/** `Oct 11 22:14:15 host tag[123]: words`: RFC 3164 §4.1. */
const OLD_FORM = /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (\S+) ([^\s:[]{1,48})(?:\[[^\]]*\])?:? ?([\s\S]*)$/

/**
 * Reads one line as either standard writes it; devices that keep to neither are taken by their words. The clock of the
 * device is not believed: an alarm begins when it is heard. `sender` is the address it came from.
 */
export function readSyslog(line: string, sender: string): Heard {
  const priority = PRIORITY.exec(line)
  const value = Number(priority?.[1])
  if (priority === null || value > MOST_PRIORITY) return { kind: 'unreadable' }
  const severity = GRAVEST[value % SEVERITIES]
  if (severity === undefined) return { kind: 'calm' }
  const { host, tag, words } = partsOf(line.slice(priority[0].length), sender)
  const said = plain(words)
  const title = tag === '' ? said : `${tag}: ${said}`
  const about = cut(plain(host), LONGEST_ABOUT) || sender
  return {
    kind: 'alarm',
    signal: {
      fingerprint: cut(`${about} ${tag} ${withoutNumbers(said)}`, LONGEST_PRINT),
      ...{ about, title: cut(title, LONGEST_TITLE) || UNNAMED, severity, isFiring: true, beganAt: null },
      quietMinutes: DEVICE_QUIET_MINUTES,
    },
  }
}

type Parts = { readonly host: string; readonly tag: string; readonly words: string }

function partsOf(text: string, sender: string): Parts {
  const fresh = NEW_FORM.exec(text)
  if (fresh !== null) return { host: named(fresh[2], sender), tag: named(fresh[3], ''), words: fresh[7] ?? '' }
  const old = OLD_FORM.exec(text)
  if (old !== null) return { host: named(old[1], sender), tag: plain(old[2] ?? ''), words: old[3] ?? '' }
  return { host: sender, tag: '', words: text }
}

/** A hyphen says that there is none. */
function named(text: string | undefined, otherwise: string): string {
  return text === undefined || text === '-' ? otherwise : plain(text)
}

/** On one line and without signs that move a cursor. */
export function plain(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ').trim()
}

/** The same trouble is told with other times, ports and process numbers. */
export function withoutNumbers(text: string): string {
  return text.replace(/0x[0-9a-f]+|\d+/gi, '#')
}
