import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { DESK_ADDRESS, MAIL_PASSWORD, MAIL_SERVER, openMailHouse } from '#testing/mail-server'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { makeWork, workUntilIdle } from '#testing/test-work'

const VISIT = fileURLToPath(new URL('../../../testing/read-mails-apart.ts', import.meta.url))

const letter = (name: string) =>
  `From: ${name}@hubin.example\r\nTo: ${DESK_ADDRESS}\r\nSubject: ${name}\r\nMessage-ID: <${name}@hubin.example>\r\n\r\n${name}\r\n`

/** A visit that is killed while the first mail is in hand: nothing it writes comes to its end before. */
async function dieReading({ world, clock }: TestDesk, attempt: number): Promise<void> {
  const { pool, chenghu, apart } = world
  const holder = await pool.connect()
  await holder.query(`begin; lock table ${chenghu.schema}.desk_mail in access exclusive mode`)
  const given = JSON.stringify({ ...apart, schema: chenghu.schema, now: clock.now.toString() })
  const visit = spawn(process.execPath, [VISIT], { env: { ...process.env, SHIJI_VISIT: given }, stdio: 'inherit' })
  const ended = once(visit, 'exit')
  const begun = async () => {
    const { rows } = await pool.query(`select attempts from ${chenghu.schema}.desk_mail_attempt`)
    return rows[0]?.attempts === attempt
  }
  while (visit.exitCode === null && !(await begun())) await sleep(20)
  visit.kill('SIGKILL')
  expect((await ended)[1]).toBe('SIGKILL')
  await holder.query('rollback')
  holder.release()
}

test.skipIf(MAIL_SERVER === undefined)(
  'a mail at which the process ends three times is put aside, and the next one is read',
  async () => {
    const house = await openMailHouse()
    const desk = await makeDesk({ at: Temporal.Now.instant().subtract({ seconds: 5 }).toString() })
    const place = (port: number) => ({ host: '127.0.0.1', port, isSecure: false })
    await desk.keeper.ask('PUT', '/outgoing-addresses', { body: { ...place(house.imapPort), reach: 'this-machine' } })
    const where = { reading: place(house.imapPort), sending: place(house.smtpPort) }
    const settings = { ...where, user: DESK_ADDRESS, address: DESK_ADDRESS }
    const set = { isOn: true, settings, unitId: desk.office.districtId, service: 'network', password: MAIL_PASSWORD }
    expect((await desk.keeper.ask('PUT', '/desk/mailbox', { body: set })).status).toBe(200)
    for (const name of ['deadly', 'harmless']) await house.deliver(letter(name))

    for (const attempt of [1, 2, 3]) await dieReading(desk, attempt)
    const work = makeWork(desk.world, () => desk.clock.now)
    for (const minutes of [0, 1]) {
      desk.wait({ minutes })
      await workUntilIdle(work)
    }

    const mails = (await desk.keeper.ask('GET', '/desk/mailbox/mails')).body
    expect(mails.map((mail: { outcome: string; subject: string }) => [mail.outcome, mail.subject])).toEqual([
      ['ticket', 'harmless'],
      ['set-aside', ''],
    ])
    expect((await desk.engineer.ask('GET', '/desk/tickets?state=all')).body.tickets).toHaveLength(1)
  },
  60_000,
)
