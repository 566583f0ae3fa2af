/** The whole country keeps one time, wherever the phone thinks it is. */
const SECONDS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** 03:10:07. */
export function clockWithSeconds(at: string | number): string {
  return SECONDS.format(new Date(at))
}

/** A length as a running clock shows it: 4:07, 1:02:09. */
export function running(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const two = (count: number) => String(count).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`
}

const AHEAD_OF_UTC_MS = 8 * 3_600_000

/** 2026-03-02T11:10, as a field for a moment takes it. */
export function minuteOf(at: string | number): string {
  return new Date(new Date(at).getTime() + AHEAD_OF_UTC_MS).toISOString().slice(0, 16)
}

/** The moment of what a field for a moment gave. */
export function instantOfMinute(minute: string): string {
  return new Date(`${minute}:00+08:00`).toISOString()
}
