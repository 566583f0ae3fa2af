import { expect, test } from 'vitest'
import { outline, readSample, readWell } from '../testing/sample-files.ts'

const PAGE = '<html><body><p>自评表</p><table><tr><td>满意度<td>≥95%</table></body></html>'
const AS_READ = ['自评表', ['满意度 | ≥95%']]

function mht(encoding: string, body: string, charset = 'utf-8'): string {
  return [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;\n boundary="----=_Next"',
    '',
    '------=_Next',
    'Content-Type: image/png',
    '',
    'AAAA',
    '------=_Next',
    `Content-Type: text/html; charset="${charset}"`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    body,
    '------=_Next--',
  ].join('\n')
}

const quoted = (bytes: Uint8Array) =>
  [...bytes]
    .map((byte) =>
      byte < 0x80 && byte !== 0x3d ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('')

test.each([
  ['quoted', mht('quoted-printable', quoted(Buffer.from(PAGE)).replace('<table>', '<ta=\nble>'))],
  ['in base64', mht('base64', Buffer.from(PAGE).toString('base64'))],
  ['in GBK', mht('quoted-printable', quoted(Buffer.from('3C703ED7D4C6C0B1ED3C2F703E', 'hex')), 'gb2312')],
])('a page in one file, %s, reads as it looks', async (how, file) => {
  const document = await readWell(file, '自评表.doc')
  expect(document).toMatchObject({ format: 'mht', notes: [] })
  expect(outline(document.blocks)).toEqual(how === 'in GBK' ? ['自评表'] : AS_READ)
})

test('a mail without a page is refused with a reason', async () => {
  const answer = await readSample(
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: image/png\n\nAA\n--b--',
    '信.mht',
  )
  expect(answer.ok ? answer.value : answer.problem.code).toBe('damaged')
})
