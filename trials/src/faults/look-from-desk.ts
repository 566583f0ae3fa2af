import type { Desk } from '../chaos/writing-client.ts'

const PROMPT_MS = 10_000

type Problem = { readonly code: string; readonly detail: string }

/** What is wrong with what the desk hears while a fault lasts: a problem it can show, soon, with the time to come back. */
export async function lookFromDesk({ address, cookie, unitId }: Desk, codes: readonly string[]): Promise<string[]> {
  const begun = performance.now()
  const reply = await fetch(`${address}/api/units`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ parentId: unitId, name: '断电时的科室', kind: 'office' }),
    signal: AbortSignal.timeout(PROMPT_MS * 2),
  }).catch((error: Error) => error)
  if (reply instanceof Error) return [`no answer: ${reply.message}`]
  const text = await reply.text()
  const took = performance.now() - begun
  if (reply.status !== 503) return [`${reply.status} while it lasts: ${text.slice(0, 200)}`]
  const { code, detail }: Problem = JSON.parse(text)
  return [
    ...(codes.includes(code) ? [] : [`the refusal is ${code}`]),
    ...(detail === '' ? ['the refusal has no sentence'] : []),
    ...(Number(reply.headers.get('retry-after')) > 0 ? [] : ['no Retry-After']),
    ...(took > PROMPT_MS ? [`the refusal took ${Math.round(took)} ms`] : []),
    ...(await isAlive(address)),
  ]
}

async function isAlive(address: string): Promise<string[]> {
  const [health, ready] = await Promise.all(['health', 'ready'].map((name) => fetch(`${address}/api/${name}`)))
  return [
    ...(health?.status === 200 ? [] : [`health says ${health?.status}`]),
    ...(ready?.status === 503 ? [] : [`ready says ${ready?.status}`]),
  ]
}
