/** The whole country keeps one time, wherever the browser thinks it is. */
const OFFICE_ZONE = 'Asia/Shanghai'

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: OFFICE_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant as the office reads it, in either language: 2026-03-02 09:05. */
export function formatMoment(instant: string | number): string {
  const part = Object.fromEntries(FORMAT.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`
}

/** An instant of today by the clock alone, 09:05; one of another day in full. */
export function formatClock(instant: string | number, now: string | number): string {
  const moment = formatMoment(instant)
  const [day = '', clock = ''] = moment.split(' ')
  return formatMoment(now).startsWith(day) ? clock : moment
}
