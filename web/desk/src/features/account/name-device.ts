/** The more exact name stands first: Edge and the 信创 browsers also call themselves Chrome. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/QAXBrowser|Qaxbrowser/, '奇安信'],
  [/wxwork/i, '企业微信'],
  [/DingTalk/i, '钉钉'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** Browser and system out of what the browser says of itself; what is unknown is shown as it came. */
export function nameDevice(device: string): string {
  const find = (names: typeof BROWSERS) => names.find(([pattern]) => pattern.test(device))?.[1]
  const parts = [find(BROWSERS), find(SYSTEMS)].filter((part) => part !== undefined)
  return parts.length === 0 ? device.slice(0, 40) || '—' : parts.join(' · ')
}
