import { expect, test, vi } from 'vitest'
import { type LookUp, pinAddress } from '#platform/outgoing/post-outgoing'
import { rememberNames } from './name-memory.ts'

const PUBLIC = { address: '203.0.113.7', family: 4 }
const HERE = { address: '127.0.0.1', family: 4 }
const LIST = [
  { host: 'portal.example', port: 443, reach: 'public' as const },
  { host: 'portal.example', port: 8080, reach: 'private' as const },
]

/** A name whose answers change, as one does that is to lead elsewhere once it was judged. */
function turning(...answers: readonly (readonly (typeof PUBLIC)[])[]) {
  const asked: string[] = []
  const lookUp: LookUp = async (host) => answers[asked.push(host) - 1] ?? []
  return { asked, lookUp }
}

test('many probes of one name ask for it once in a while, and each judges what was found by its own entry', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    const { asked, lookUp } = turning([PUBLIC], [{ address: '10.0.0.9', family: 4 }], [HERE])
    const names = rememberNames(lookUp)
    const pin = (port: number) => pinAddress({ host: 'portal.example', port }, LIST, names)
    expect(await Promise.all([pin(443), pin(443), pin(8080)])).toEqual(Array(3).fill({ ok: true, value: PUBLIC }))
    expect(asked).toHaveLength(1)
    vi.advanceTimersByTime(5_001)
    expect(await pin(443)).toMatchObject({ ok: false, problem: { code: 'address-too-near' } })
    expect(await pin(8080)).toMatchObject({ ok: true, value: { address: '10.0.0.9' } })
    expect(asked).toHaveLength(2)
    vi.advanceTimersByTime(5_001)
    // Turned to this very machine, nobody is let through.
    for (const port of [443, 8080]) expect(await pin(port)).toMatchObject({ problem: { code: 'address-too-near' } })
  } finally {
    vi.useRealTimers()
  }
})

test('a name nobody knew is asked for again at once, and an address is no name', async () => {
  const { asked, lookUp } = turning([], [PUBLIC])
  const names = rememberNames(lookUp)
  expect(await names('portal.example')).toEqual([])
  expect(await names('portal.example')).toEqual([PUBLIC])
  expect(await names('::ffff:169.254.169.254')).toEqual([{ address: '::ffff:169.254.169.254', family: 6 }])
  expect(asked).toHaveLength(2)
})
