import { expect, test } from 'vitest'
import { proxiesOf } from './trusted-proxies.ts'

const read = (text: string | undefined) =>
  proxiesOf({ environment: text === undefined ? {} : { SHIJI_TRUST_PROXY: text }, language: 'en' })

test.each([
  [undefined, undefined],
  ['', undefined],
  [' , ', undefined],
  ['127.0.0.1', ['127.0.0.1']],
  ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
])('SHIJI_TRUST_PROXY %j names the proxies %j', (text, proxies) => expect(read(text)).toEqual(proxies))

test.each(['true', '1', 'proxy.example', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/'])(
  'a start with SHIJI_TRUST_PROXY %j is refused, naming what is wrong',
  (text) => expect(() => read(text)).toThrow(`"${text}" in SHIJI_TRUST_PROXY`),
)
