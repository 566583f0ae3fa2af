import { type Language, say, type Wording } from '@shiji/kernel/wording'
import { escapeText, type PublicAnnouncement } from '#modules/desk'
import { officeMoment } from '#platform/office-day'
import { instantOf } from '../save-samples.ts'
import type { Incident, ServiceState, ServiceStatus, Status } from './read-status.ts'

const WORDS = {
  up: { zh: '✓ 正常', en: '✓ Up' },
  down: { zh: '✕ 中断', en: '✕ Down' },
  partly: { zh: '! 部分中断', en: '! Partly down' },
  planned: { zh: '◷ 计划停机', en: '◷ Planned downtime' },
  unknown: { zh: '? 没有观测', en: '? Not observed' },
  allUp: { zh: '✓ 各项服务正常', en: '✓ All services are up' },
  notAll: { zh: '! 有服务不正常', en: '! Not all services are up' },
  at: { zh: '{at} 的情况，刷新看最新', en: 'As of {at}; reload for the latest' },
  announced: { zh: '正在处理', en: 'Being worked on' },
  next: { zh: '{at} 前再次公布', en: 'the next word by {at}' },
  none: { zh: '还没有可以公布的服务。', en: 'There is no service to show yet.' },
  share: { zh: '近 90 天可用 {share}%', en: 'up {share} % of the last 90 days' },
  seen: { zh: '有观测的 {days} 天', en: 'observed on {days} days' },
  noShare: { zh: '近 90 天没有数据', en: 'no data for the last 90 days' },
  strip: {
    zh: '近 90 天：{good} 天全天可用，{out} 天有中断，{unseen} 天没有观测',
    en: 'Last 90 days: up all day on {good}, outages on {out}, not observed on {unseen}',
  },
  ahead: { zh: '计划停机公告', en: 'Planned downtime' },
  noneAhead: { zh: '没有安排。', en: 'None is planned.' },
  incidents: { zh: '近 14 天的中断', en: 'Outages of the last 14 days' },
  noIncidents: { zh: '没有中断。', en: 'There was none.' },
  until: { zh: '{from} 至 {until}', en: '{from} to {until}' },
  since: { zh: '{from} 起，尚未恢复', en: 'since {from}, not over yet' },
  gone: { zh: '这个页面没有公开', en: 'This page is not open' },
  goneAbout: {
    zh: '地址可能已更换。请向信息中心询问。',
    en: 'Its address may have changed. Ask whoever gave it to you.',
  },
} as const

/** Besides what all public pages share. */
export const STATUS_STYLE = `main{max-width:46em}.row{display:flex;flex-wrap:wrap;justify-content:space-between;gap:2px 12px}
svg{display:block;width:100%;height:28px;margin-top:6px}.good{fill:#12693e}.out{fill:#b3261e}.unseen{fill:#8a95a3}
@media(prefers-color-scheme:dark){.good{fill:#5fc08c}.out{fill:#f0837b}}ul{list-style:none;margin:8px 0 0;padding:0}li{padding:6px 0}
.card h2{font-size:1em}`

type Shown = Status & {
  readonly title: string
  readonly now: Temporal.Instant
  readonly announcements: readonly PublicAnnouncement[]
}

export function writeStatus(
  { title, now, announcements, services, incidents, windows }: Shown,
  language: Language,
): string {
  const head = headOf(services, announcements.length > 0)
  const ahead = windows.map(({ announcement, ...span }) => item(lengthOf(span, language), announcement))
  const past = incidents.map((incident) => item(whenOf(incident, language), incident.service))
  return `<h1>${escapeText(title)}</h1><p class="state">${say(head, language)}</p>
<p class="quiet">${say(WORDS.at, language, { at: officeMoment(now) })}</p>
${announcements.length === 0 ? '' : writeAnnouncements(announcements, now, language)}
${services.map((service) => writeService(service, language)).join('')}
<section class="card"><h2>${say(WORDS.ahead, language)}</h2>${listOf(ahead, say(WORDS.noneAhead, language))}</section>
<section class="card"><h2>${say(WORDS.incidents, language)}</h2>${listOf(past, say(WORDS.noIncidents, language))}</section>`
}

export function gonePage(language: Language): { title: string; body: string } {
  const title = say(WORDS.gone, language)
  return { title, body: `<h1>${title}</h1><p>${say(WORDS.goneAbout, language)}</p>` }
}

function headOf(services: Shown['services'], isAnnounced: boolean): Wording {
  if (isAnnounced) return WORDS.notAll
  if (services.length === 0) return WORDS.none
  return services.every(({ state }) => state === 'up' || state === 'planned') ? WORDS.allUp : WORDS.notAll
}

function writeAnnouncements(announcements: readonly PublicAnnouncement[], now: Temporal.Instant, language: Language) {
  const said = announcements.map(({ at, words, nextUpdateAt }) => {
    const isAhead = nextUpdateAt !== null && Temporal.Instant.compare(nextUpdateAt, now) > 0
    const next = isAhead ? ` · ${say(WORDS.next, language, { at: officeMoment(nextUpdateAt) })}` : ''
    return item(`${officeMoment(at)}${next}`, words)
  })
  return `<section class="card"><h2>${say(WORDS.announced, language)}</h2>${listOf(said, '')}</section>`
}

function writeService({ name, state, share, days }: ServiceStatus, language: Language): string {
  const seen = days.filter((day) => day.share !== null).length
  // A share of few days is no share of ninety.
  const ofDays = share === null || seen === days.length ? [] : [say(WORDS.seen, language, { days: seen })]
  const ofAll = share === null ? say(WORDS.noShare, language) : say(WORDS.share, language, { share })
  const told = [ofAll, ...ofDays].join(' · ')
  return `<section class="card"><div class="row"><h2>${escapeText(name)}</h2><strong>${wordOf(state, language)}</strong></div>
${drawStrip(days, language)}<span class="quiet">${told}</span></section>`
}

function wordOf(state: ServiceState, language: Language): string {
  return say(WORDS[state], language)
}

const STEP = 4
const HEIGHT = 26
/** Heights tell the cases apart where colours do not. */
const TOPS = { good: 8, out: 0, unseen: 18 } as const

function drawStrip(days: ServiceStatus['days'], language: Language): string {
  const kinds = days.map(({ share, outages }) => (share === null ? 'unseen' : outages > 0 ? 'out' : 'good'))
  const count = (kind: keyof typeof TOPS) => kinds.filter((one) => one === kind).length
  const told = { good: count('good'), out: count('out'), unseen: count('unseen') }
  const bars = kinds.map((kind, at) => {
    const { day, share } = days[at] ?? { day: '', share: null }
    const title = share === null ? day : `${day} ${share}%`
    return `<rect class="${kind}" x="${at * STEP}" y="${TOPS[kind]}" width="${STEP - 1}" height="${HEIGHT - TOPS[kind]}"><title>${title}</title></rect>`
  })
  const label = say(WORDS.strip, language, told)
  return `<svg viewBox="0 0 ${days.length * STEP} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${label}">${bars.join('')}</svg>`
}

function whenOf(incident: Incident, language: Language): string {
  const from = officeMoment(instantOf(incident.from))
  return incident.isOver ? lengthOf(incident, language) : say(WORDS.since, language, { from })
}

function lengthOf({ from, to }: { from: number; to: number }, language: Language): string {
  const [begin, until] = [officeMoment(instantOf(from)), officeMoment(instantOf(to))]
  return say(WORDS.until, language, { from: begin, until })
}

function item(when: string, what: string): string {
  return `<li><span class="quiet">${when}</span><br>${escapeText(what)}</li>`
}

function listOf(items: readonly string[], none: string): string {
  return items.length === 0 ? `<p class="quiet">${none}</p>` : `<ul>${items.join('')}</ul>`
}
