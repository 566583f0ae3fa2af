import type { TicketState } from '@shiji/kernel/ticket/ticket-state'
import { type Language, say } from '@shiji/kernel/wording'
import { DESK_RULES } from '../desk-rules.ts'
import { escapeText, publicPage } from '../public-page.ts'
import { STANDS } from './words-of-report.ts'

const WORDS = {
  title: { zh: '报修 {number}', en: 'Report {number}' },
  sent: { zh: '已提交，值班人员已收到通知。', en: 'Sent; the desk has been told.' },
  since: { zh: '{place} · {time} 报修', en: '{place} · reported at {time}' },
  keep: { zh: '这条报修的进展（请收藏）', en: 'How it goes on (keep this link)' },
  again: { zh: '刷新', en: 'Look again' },
  check: { zh: '等候时可以先试', en: 'Meanwhile you may try' },
} as const

const SETTLED: readonly TicketState[] = ['resolved', 'closed', 'withdrawn']

type Shown = {
  readonly number: string
  readonly what: string
  readonly place: string
  readonly state: string
  readonly service: string
  readonly timeZone: string
  readonly reportedAt: Temporal.Instant
  readonly secret: string
  readonly isNew: boolean
}

/** How the report stands, without anybody's name; with what may be tried meanwhile as long as it is not settled. */
export function statusPage(report: Shown, language: Language): File {
  const { number, what, place, service, timeZone, reportedAt, secret, isNew } = report
  const state = report.state as TicketState
  const title = say(WORDS.title, language, { number })
  const at = reportedAt.toZonedDateTimeISO(timeZone)
  const time = `${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`
  const since = escapeText(say(WORDS.since, language, { place, time }))
  const body = `<h1>${title}</h1>${isNew ? `<p>${say(WORDS.sent, language)}</p>` : ''}
<div class="card"><p class="state">${STANDS[state][language]}</p><p>${escapeText(what)}</p><p class="quiet">${since}</p>
<a class="go" href="/q/s/${secret}">${say(isNew ? WORDS.keep : WORDS.again, language)}</a></div>
${SETTLED.includes(state) ? '' : checkCard(service, language)}`
  return publicPage('status.html', { title, body }, language)
}

function checkCard(key: string, language: Language): string {
  const steps = DESK_RULES.services.find((service) => service.key === key)?.selfCheck ?? []
  if (steps.length === 0) return ''
  const list = steps.map((step) => `<li>${escapeText(step[language])}</li>`).join('')
  return `<div class="card"><h2>${say(WORDS.check, language)}</h2><ol>${list}</ol></div>`
}
