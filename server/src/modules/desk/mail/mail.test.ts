import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '#platform/database/transaction'
import { DESK_ADDRESS, MAIL_PASSWORD, MAIL_SERVER, type MailHouse, openMailHouse } from '#testing/mail-server'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { makeWork, workUntilIdle } from '#testing/test-work'

const WHERE = MAIL_SERVER === undefined ? '(skipped: this machine has no Dovecot)' : ''

let desk: TestDesk
let house: MailHouse

const LI = 'li@hubin.example'
let count = 0

type Written = {
  from?: string
  subject?: string
  body?: string
  head?: readonly string[]
  id?: string
}

/** A letter as a usual program writes it. */
function letter({
  from = `李老师 <${LI}>`,
  subject = '打印机不出纸',
  body = '三楼办公室。',
  head = [],
  id,
}: Written = {}) {
  count += 1
  const name = /^(.*) <(.*)>$/u.exec(from)
  const sender = name === null ? from : `=?utf-8?B?${Buffer.from(name[1] ?? '').toString('base64')}?= <${name[2]}>`
  return [
    `From: ${sender}`,
    `To: ${DESK_ADDRESS}`,
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    `Message-ID: ${id ?? `<m${count}@hubin.example>`}`,
    'MIME-Version: 1.0',
    ...head,
    ...(head.some((line) => line.startsWith('Content-Type')) ? [] : ['Content-Type: text/plain; charset=utf-8']),
    '',
    body,
    '',
  ].join('\r\n')
}

async function minute(): Promise<void> {
  desk.wait({ minutes: 1 })
  await workUntilIdle(makeWork(desk.world, () => desk.clock.now))
}

const mails = async () => (await desk.keeper.ask('GET', '/desk/mailbox/mails')).body
const tickets = async () => (await desk.engineer.ask('GET', '/desk/tickets?state=all')).body.tickets
const letters = async (id: string) => (await desk.engineer.ask('GET', `/desk/tickets/${id}/letters`)).body

function place(changes: object = {}) {
  const local = (port: number) => ({ host: '127.0.0.1', port, isSecure: false })
  const settings = {
    reading: local(house.imapPort),
    sending: local(house.smtpPort),
    user: DESK_ADDRESS,
    address: DESK_ADDRESS,
  }
  return {
    isOn: true,
    settings,
    unitId: desk.office.districtId,
    service: 'network',
    password: MAIL_PASSWORD,
    ...changes,
  }
}

describe.skipIf(MAIL_SERVER === undefined)(`the mailbox of the desk ${WHERE}`, () => {
  beforeEach(async () => {
    house = await openMailHouse()
    // A mail server keeps its own time, so the desk lives in the present.
    desk = await makeDesk({ at: Temporal.Now.instant().subtract({ seconds: 5 }).toString() })
    for (const port of [house.imapPort, house.smtpPort]) {
      const body = { host: '127.0.0.1', port, reach: 'this-machine' }
      await desk.keeper.ask('PUT', '/outgoing-addresses', { body })
    }
    expect((await desk.keeper.ask('PUT', '/desk/mailbox', { body: place() })).status).toBe(200)
    // What is done every minute is due a minute after it was first heard of.
    await workUntilIdle(makeWork(desk.world, () => desk.clock.now))
  })

  test('a letter becomes a ticket with its files, and whoever wrote is told its number', async () => {
    const parts = [
      '--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n打印机卡纸，附照片。\r\n',
      '--x\r\nContent-Type: image/png; name="../a.png"\r\nContent-Disposition: attachment; filename="../a.png"\r\n',
      'Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--',
    ]
    await house.deliver(letter({ head: ['Content-Type: multipart/mixed; boundary=x'], body: parts.join('') }))
    await minute()
    const [ticket] = await tickets()
    expect(ticket).toMatchObject({ what: '打印机不出纸', caller: { id: null, name: '李老师' }, state: 'waiting' })
    const [came, answered] = await letters(ticket.id)
    expect(came).toMatchObject({
      kind: 'in',
      address: LI,
      words: '打印机卡纸，附照片。',
      files: [{ name: '.._a.png' }],
    })
    expect(answered).toMatchObject({ kind: 'out', address: LI, state: 'sent' })
    const file = await desk.engineer.ask('GET', `/desk/tickets/${ticket.id}/mails/${came.id}/files/1`)
    expect([file.headers['content-type'], file.bytes.length]).toEqual(['application/octet-stream', 8])
    expect((await desk.stranger.ask('GET', `/desk/tickets/${ticket.id}/letters`)).body.code).toBe('not-found')
    expect(house.sent.map(({ to }) => to)).toEqual([LI])
    for (const mark of ['Auto-Submitted: auto-replied', `X-Loop: ${DESK_ADDRESS}`, 'In-Reply-To: <m'])
      expect(house.sent[0]?.raw).toContain(mark)
  })

  test('an answer goes on with its ticket, by what it answers or by the number of a ticket of the same sender', async () => {
    await house.deliver(letter())
    await minute()
    const [{ id, number }] = await tickets()
    const said = { letterId: randomUUID(), words: '明天上午来看。' }
    for (const _ of [1, 2]) await desk.engineer.ask('POST', `/desk/tickets/${id}/letters`, { body: said })
    await minute()
    expect(house.sent.length).toBe(2)
    const ours = /Message-ID: (<letter-[^>]+>)/iu.exec(house.sent[1]?.raw ?? '')?.[1]
    const quoting = '好的。\r\n\r\n> 明天上午来看。'
    await house.deliver(letter({ from: '王主任 <wang@hubin.example>', head: [`In-Reply-To: ${ours}`], body: quoting }))
    await house.deliver(letter({ subject: `Re: [${number}] 打印机`, body: '还在卡。' }))
    await house.deliver(letter({ from: 'thief@else.example', subject: `[${number}] 给我看看` }), 'thief@else.example')
    await minute()
    expect((await tickets()).length).toBe(2)
    const words = (await letters(id)).filter(({ kind }: { kind: string }) => kind === 'in')
    expect(words.map((one: { words: string }) => one.words)).toEqual(['三楼办公室。', '好的。', '还在卡。'])
    const { entries } = (await desk.engineer.ask('GET', `/desk/tickets/${id}`)).body
    expect(entries.at(-1).sentence).toBe('补充：李老师来信：还在卡。')
  })

  test('whoever wrote hears when it is done, and a letter that comes back is a letter not delivered', async () => {
    await house.deliver(letter())
    await minute()
    const [{ id, number }] = await tickets()
    await desk.act(id, { kind: 'accept' })
    await desk.act(id, { kind: 'resolve', manner: 'on-site', note: '换了搓纸轮' })
    await minute()
    expect(house.sent.at(-1)?.raw).toContain('Auto-Submitted')
    const ours = /Message-ID: (<letter-[^>]+>)/iu.exec(house.sent.at(-1)?.raw ?? '')?.[1]
    const report = ['Content-Type: multipart/report; report-type=delivery-status; boundary=r']
    const body = `--r\r\nContent-Type: text/plain\r\n\r\nno such user\r\n--r\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${ours}\r\n--r--`
    await house.deliver(letter({ from: 'MAILER-DAEMON@hubin.example', head: report, body }), '')
    await minute()
    expect((await mails())[0]).toMatchObject({ outcome: 'bounce', number })
    expect((await letters(id)).at(-1)).toMatchObject({ state: 'failed', problem: expect.stringContaining('退回') })
  })

  test('what no person wrote is recorded and never answered', async () => {
    const machines: [Written, string?][] = [
      [{ head: ['Auto-Submitted: auto-replied'] }],
      [{ head: ['Precedence: bulk'] }],
      [{ head: [`X-Loop: ${DESK_ADDRESS}`] }],
      [{ from: DESK_ADDRESS }],
      [{}, ''],
      [{ from: 'x y <not an address>' }],
    ]
    for (const [written, from] of machines) await house.deliver(letter(written), from)
    await minute()
    const outcomes = (await mails()).map(({ outcome }: { outcome: string }) => outcome)
    expect(outcomes.toReversed()).toEqual(['automatic', 'automatic', 'loop', 'loop', 'bounce', 'bounce'])
    expect([await tickets(), house.sent]).toEqual([[], []])
  })

  test('a mail is handled once: after a fall in between, when it comes again, and when the server numbers anew', async () => {
    await desk.call()
    const again = { year: 2026, number: 1 }
    await inTransaction(desk.world.chenghu, async (tx) => {
      await tx.insertInto('deskFreeNumber').values(again).execute()
    })
    await house.deliver(letter({ id: '<same@hubin.example>' }))
    // The number is taken, so the transaction falls after the mail was begun with.
    await expect(minute()).rejects.toThrow('desk_ticket_number')
    expect([(await tickets()).length, await mails()]).toEqual([1, []])
    await inTransaction(desk.world.chenghu, async (tx) => {
      await tx.deleteFrom('deskFreeNumber').where('number', '=', again.number).execute()
    })
    await minute()
    await minute()
    await house.deliver(letter({ id: '<same@hubin.example>' }))
    await minute()
    await inTransaction(desk.world.chenghu, async (tx) => {
      await tx.updateTable('deskMailbox').set({ uidValidity: 1n }).execute()
    })
    await minute()
    expect((await tickets()).length).toBe(2)
    expect(house.sent.length).toBe(1)
    const outcomes = (await mails()).map(({ outcome }: { outcome: string }) => outcome)
    expect(outcomes.filter((one: string) => one !== 'repeated')).toEqual(['ticket'])
  })

  test('no letter keeps the next one from being read, whatever it is made of', async () => {
    const parts = Array.from({ length: 400 }, () => '--x\r\n\r\na\r\n').join('')
    const nested = Array.from(
      { length: 300 },
      (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
    )
    const hostile = [
      letter({ subject: '部件太多', head: ['Content-Type: multipart/mixed; boundary=x'], body: parts }),
      letter({ subject: '层数太多', head: [nested.join('').trimEnd()], body: 'a' }),
      letter({ subject: '头太长', head: [`X-Long: ${'a '.repeat(60_000)}`] }),
      letter({ subject: '乱码\u0000\ud800', body: '\u0000\u0001坏字' }),
      letter({ subject: '网页', head: ['Content-Type: text/html; charset=gb18030'], body: '<b>'.repeat(50_000) }),
      `From: ${LI}\r\n\r\n`,
    ]
    for (const raw of hostile) await house.deliver(Buffer.from(raw))
    await house.deliver(letter({ subject: '正常的信' }))
    await minute()
    expect((await mails()).length).toBe(hostile.length + 1)
    expect((await tickets()).map(({ what }: { what: string }) => what)).toContain('正常的信')
    const outcomes = Object.fromEntries(
      (await mails()).map((one: { subject: string; outcome: string }) => [one.subject, one.outcome]),
    )
    expect(outcomes.部件太多).toBe('unreadable')
  })

  test('many letters of one sender are not all answered, nor all taken', async () => {
    for (let index = 0; index < 33; index += 1) await house.deliver(letter({ subject: `第 ${index} 封` }))
    await minute()
    expect((await tickets()).length).toBe(30)
    expect((await mails()).filter(({ outcome }: { outcome: string }) => outcome === 'too-many').length).toBe(3)
    expect(house.sent.length).toBe(5)
  })

  test('a letter nobody takes is tried again, and says what the matter was', async () => {
    house.refuseLetters(true)
    await house.deliver(letter())
    await minute()
    const [{ id }] = await tickets()
    expect((await letters(id)).at(-1)).toMatchObject({ state: 'queued', problem: expect.stringContaining('没有接受') })
    house.refuseLetters(false)
    await minute()
    await minute()
    expect((await letters(id)).at(-1)).toMatchObject({ state: 'sent', problem: '' })
    expect(house.sent.length).toBe(1)
  })

  test('the administrator tries it, sees what is the matter, and never sees the password', async () => {
    const trial = async () => (await desk.keeper.ask('POST', '/desk/mailbox/tests')).body
    expect(await trial()).toEqual({ reading: '', sending: '' })
    await desk.keeper.ask('PUT', '/desk/mailbox', { body: place({ password: 'wrong' }) })
    expect((await trial()).reading).toContain('不接受用户名或密码')
    await desk.keeper.ask('DELETE', `/outgoing-addresses/127.0.0.1/${house.imapPort}`)
    expect((await trial()).reading).toContain('不在允许的外发地址单中')
    await minute()
    const { mailbox } = (await desk.keeper.ask('GET', '/desk/mailbox')).body
    expect([mailbox.light, JSON.stringify(mailbox).includes('wrong')]).toEqual(['bad', false])
    const elsewhere = place({ password: null })
    elsewhere.settings.sending.host = 'mail.else.example'
    expect((await desk.keeper.ask('PUT', '/desk/mailbox', { body: elsewhere })).body.code).toBe('mail-password-missing')
    expect((await desk.engineer.ask('GET', '/desk/mailbox')).status).toBe(403)
  })
})
