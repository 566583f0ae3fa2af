import type { Chance } from '../chance.ts'
import { generate, hostileValue, type Known, type Spirit, type Taste } from './generate.ts'
import type { Operation } from './operations.ts'

export type MadeRequest = {
  readonly operation: Operation
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
  readonly spirit: Spirit
}

const SPIRITS: readonly Spirit[] = ['valid', 'valid', 'nearly', 'nearly', 'hostile']
const TYPES = [
  'application/json',
  'application/json; charset=gbk',
  'text/plain',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  'text/event-stream',
  'nonsense',
  '',
]
/** No HEAD: headers without end are refused before anybody knows that no body is wanted. */
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']

/** One request of this operation: as it should be, a little wrong, or meant ill. */
export function makeRequest(operation: Operation, chance: Chance, known: Known): MadeRequest {
  const spirit = chance.pick(SPIRITS)
  const taste: Taste = { chance, spirit, known }
  const isIll = spirit === 'hostile'
  const { body, type } = operation.body === null ? idleBody(chance, spirit) : makeBody(operation.body, taste)
  const headers: Record<string, string> = type === null ? {} : { 'content-type': type }
  if (body !== null && isIll && chance.hit(0.15)) headers['content-type'] = chance.pick(TYPES)
  if (chance.hit(0.1)) headers['idempotency-key'] = isIll ? 'x'.repeat(chance.below(300)) : chance.uuid()
  if (chance.hit(0.2)) headers['accept-language'] = chance.pick(['en', 'zh-CN', '*', 'x'.repeat(100)])
  if (isIll && chance.hit(0.05)) headers['content-encoding'] = chance.pick(['gzip', 'br', 'x'])
  const method = isIll && chance.hit(0.05) ? chance.pick(METHODS) : operation.method
  const sentBody = method === 'GET' ? null : body
  return { operation, method, url: makeUrl(operation, taste), headers, body: sentBody, spirit }
}

function makeUrl({ path, parameters }: Operation, taste: Taste): string {
  const { chance, spirit } = taste
  const write = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? ''))
  const encode = (value: unknown) => encodeURIComponent(write(value).toWellFormed())
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const parameter = parameters.find((known) => known.in === 'path' && known.name === name)
    return encode(generate(parameter?.schema ?? {}, taste, name, 1)) || '%20'
  })
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && (parameter.required === true || chance.hit(0.5)))
    .map(({ name, schema }) => `${name}=${encode(generate(schema, taste, name, 1))}`)
  if (spirit === 'hostile' && chance.hit(0.2)) query.push(chance.pick(ILL_QUERIES))
  const url = `/api${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`
  return spirit === 'hostile' && chance.hit(0.03) ? bend(url, chance) : url
}

const ILL_QUERIES = [
  '__proto__[x]=1',
  'a[constructor][prototype][x]=1',
  'search[]=1&search[]=2',
  'search[a][b][c]=1',
  'search=1&search=2',
  'version=1&version=2',
  '%',
  '%zz=%',
  '&&&==',
  `x${'[a]'.repeat(500)}=1`,
  'after=%00',
]

function bend(url: string, chance: Chance): string {
  return chance.pick([
    `${url}/`,
    url.replace('/api/', '/api//'),
    `${url}%`,
    `${url}/%2e%2e/%2e%2e/metrics`,
    `${url}?${'q'.repeat(7_000)}`,
    `${url}?${'q'.repeat(20_000)}`,
    url.toUpperCase(),
  ])
}

type MadeBody = { readonly body: Buffer | null; readonly type: string | null }

/** A route that takes no body may be sent one all the same. */
function idleBody(chance: Chance, spirit: Spirit): MadeBody {
  if (spirit !== 'hostile' || chance.hit(0.8)) return { body: null, type: null }
  return { body: Buffer.from(JSON.stringify(hostileValue(chance)) ?? ''), type: chance.pick(TYPES) }
}

function makeBody({ type, schema }: NonNullable<Operation['body']>, taste: Taste): MadeBody {
  const { chance, spirit } = taste
  const value = generate(schema, taste)
  if (type === 'multipart/form-data') return makeForm(value, taste)
  const text = JSON.stringify(value) ?? ''
  return { body: Buffer.from(spirit === 'hostile' ? spoil(text, chance) : text), type }
}

function makeForm(value: unknown, { chance, spirit }: Taste): MadeBody {
  const boundary = 'trial-boundary'
  const parts = Object.entries(typeof value === 'object' && value !== null ? value : { file: value })
  const written = parts.map(([name, part]) => {
    const disposition = `Content-Disposition: form-data; name="${name.replace(/["\r\n]/g, '')}"`
    const file = name === 'file' ? `; filename="a.docx"\r\nContent-Type: application/octet-stream` : ''
    return `--${boundary}\r\n${disposition}${file}\r\n\r\n${typeof part === 'string' ? part : JSON.stringify(part)}\r\n`
  })
  const text = `${written.join('')}--${boundary}--\r\n`
  const body = Buffer.from(spirit === 'hostile' && chance.hit(0.3) ? spoil(text, chance) : text)
  return { body, type: `multipart/form-data; boundary=${boundary}` }
}

/** JSON that is none any more, or means something else than it seems. */
function spoil(text: string, chance: Chance): string {
  switch (chance.below(9)) {
    case 0:
      return text.slice(0, chance.below(text.length + 1))
    case 1:
      return text.replace('{', '{"__proto__":{"isAdmin":true},')
    case 2:
      return text.replace('{', '{"constructor":{"prototype":{"x":1}},')
    case 3:
      return text.replace(/\{"(\w+)":/, '{"$1":1,"$1":')
    case 4:
      return `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    case 5:
      return `\ufeff${text}`
    case 6:
      return text.replace(/"/, '\\')
    case 7:
      return `${text}${text}`
    default:
      return text
  }
}
