import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeMail, type MailHead } from './judge-mail.ts'
import { bareSubject, newWords, onOneLine, ticketNumberIn } from './mail-words.ts'

const PLAIN: MailHead = {
  from: 'li@hubin.example',
  returnPath: 'li@hubin.example',
  contentType: 'text/plain; charset=utf-8',
  autoSubmitted: '',
  precedence: '',
  listId: '',
  autoReply: '',
  loops: [],
}
const desk = { own: ['Desk@centre.example'], mark: 'desk@centre.example' }

test.each<[string, Partial<MailHead>, string]>([
  ['a letter of a person', {}, 'person'],
  ['a letter that says it is no automatic one', { autoSubmitted: 'no' }, 'person'],
  ['an out-of-office answer', { autoSubmitted: 'auto-replied' }, 'automatic'],
  ['a message of a machine', { autoSubmitted: 'auto-generated; x=1' }, 'automatic'],
  ['a circular', { precedence: 'Bulk' }, 'automatic'],
  ['a mailing list', { listId: '<all.hubin.example>' }, 'automatic'],
  ['an old answering machine', { autoReply: 'yes' }, 'automatic'],
  ['an address that takes no answer', { from: 'no-reply@shop.example' }, 'automatic'],
  ['a report of failure', { contentType: 'multipart/report; report-type=delivery-status' }, 'bounce'],
  ['an empty return path', { returnPath: '' }, 'bounce'],
  ['a mailer’s own letter', { from: 'MAILER-DAEMON@hubin.example' }, 'bounce'],
  ['a letter from nobody', { from: '' }, 'bounce'],
  ['the desk’s own letter', { from: 'desk@Centre.example' }, 'loop'],
  ['a letter the desk sent on its way before', { loops: [' desk@centre.example '] }, 'loop'],
])('%s is judged', (_, head, verdict) => {
  expect(judgeMail({ ...PLAIN, ...head }, desk)).toBe(verdict)
})

test.each([
  ['回复：[2026-000123] 打印机', '2026-000123', '打印机'],
  ['Re: Re: 答复: 断网', null, '断网'],
  ['Re[2]: [2026-1] 断网', null, '[2026-1] 断网'],
  ['断网\r\nBcc: all@hubin.example', null, '断网 Bcc: all@hubin.example'],
  ['', null, ''],
])('the subject %j names %s and says %j', (subject, number, bare) => {
  expect([ticketNumberIn(subject), bareSubject(subject)]).toEqual([number, bare])
})

describe('of an answer', () => {
  test.each([
    ['还是不行。\n\n在 2026年3月2日，服务台 写道：\n> 已登记', '还是不行。'],
    ['谢谢\n------------------ 原始邮件 ------------------\n发件人: desk', '谢谢'],
    ['Thanks.\nOn Mon, 2 Mar 2026 at 10:00, Desk <desk@centre.example> wrote:\n> Logged.', 'Thanks.'],
    ['好了\n发件人：服务台 <desk@centre.example>\n时间：今天', '好了'],
    ['> 只有引文', '> 只有引文'],
  ])('%j only what is new is kept', (text, kept) => {
    expect(newWords(text)).toBe(kept)
  })

  test('never more is kept than was written, and a subject is one line whatever it was', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(newWords(text).length).toBeLessThanOrEqual(text.length)
        expect(onOneLine(text)).not.toMatch(/[\r\n\u2028]/u)
        expect(onOneLine(onOneLine(text))).toBe(onOneLine(text))
      }),
    )
  })
})
