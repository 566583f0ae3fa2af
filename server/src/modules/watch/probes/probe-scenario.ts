import type { ProbeTarget } from '@shiji/contract/watch'
import { type Answer, bad, FINE, type Reached } from './finding.ts'
import { askPage } from './probe-http.ts'

type Target = Extract<ProbeTarget, { kind: 'scenario' }>
type Step = Target['steps'][number]

/** What earlier steps brought: cookies the system set, and words that were taken from its answers. */
type Brought = { readonly cookies: Map<string, string>; readonly words: Map<string, string> }

/** One system asked in several steps, as a person would: sign in, open a page, look for a word. The first that fails says which it was. */
export async function probeScenario({ url, trust, user, steps }: Target, reached: Reached): Promise<Answer> {
  const words = new Map([
    ['user', user],
    ['secret', reached.secret],
  ])
  const brought: Brought = { cookies: new Map(), words }
  for (const [index, step] of steps.entries()) {
    const problem = await take({ step, number: index + 1, base: url, trust }, { reached, brought })
    if (problem !== null) return problem
  }
  return FINE
}

type Taken = { readonly step: Step; readonly number: number; readonly base: string; readonly trust: Target['trust'] }

async function take(
  { step, number, base, trust }: Taken,
  { reached, brought }: { reached: Reached; brought: Brought },
) {
  const { name, method, path, status: expected, contains, take: wanted } = step
  const isJson = step.body.trimStart().startsWith('{')
  const body = filled(step.body, brought.words, isJson ? inJson : encodeURIComponent)
  const cookie = [...brought.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const headers = {
    ...(cookie === '' ? {} : { cookie }),
    ...(body === '' ? {} : { 'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded' }),
  }
  // A path that names another host would leave the address that was judged.
  const url = new URL(base)
  const [onlyPath = '', ...query] = filled(path, brought.words, encodeURIComponent).split('?')
  url.pathname = onlyPath
  url.search = query.join('?')
  const where = { step: number, name }
  const page = await askPage({ url, method, headers, body, trust, wantsText: true }, reached)
  if (page.kind === 'unreadable') return bad('answered-badly', { answer: page.shown })
  const { status, text } = page
  for (const line of page.headers['set-cookie'] ?? []) keepCookie(brought.cookies, line)
  if (status !== expected) return bad('step-status', { ...where, status })
  if (!text.includes(contains)) return bad('step-text', { ...where, text: contains })
  if (wanted === null) return null
  const from = text.indexOf(wanted.after)
  const until = from === -1 ? -1 : text.indexOf(wanted.before, from + wanted.after.length)
  if (until === -1) return bad('step-text', { ...where, text: wanted.after })
  brought.words.set(wanted.name, text.slice(from + wanted.after.length, until))
  return null
}

/** `{word}` stands for what was brought; other braces are left as they are. */
function filled(text: string, words: ReadonlyMap<string, string>, spell: (word: string) => string): string {
  return text.replace(/\{([a-z]{1,20})\}/g, (whole, name: string) => {
    const word = words.get(name)
    return word === undefined ? whole : spell(word)
  })
}

function inJson(word: string): string {
  return JSON.stringify(word).slice(1, -1)
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim())
}
