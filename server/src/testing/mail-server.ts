import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'
import { freePort } from './programs.ts'

const NOBODY = '65534'
const DOVECOT = '/usr/sbin/dovecot'

/** Undefined where there is none; Debian's packages are dovecot-imapd and dovecot-lmtpd. */
export const MAIL_SERVER = existsSync(DOVECOT) && existsSync('/usr/lib/dovecot/lmtp') ? DOVECOT : undefined

export const DESK_ADDRESS = 'desk@centre.example'
export const MAIL_PASSWORD = 'open-sesame'

export type MailHouse = {
  readonly imapPort: number
  readonly smtpPort: number
  /** Puts a raw letter into the mailbox of the desk; `from` is its return path. */
  readonly deliver: (raw: string | Buffer, from?: string) => Promise<void>
  /** What the desk sent, in order. */
  readonly sent: { readonly to: string; readonly raw: string }[]
  /** Makes the next letters be refused. */
  readonly refuseLetters: (refused: boolean) => void
}

/** A real mail server on this machine: Dovecot holds the mailbox, and what the desk sends is kept as it was sent. */
export async function openMailHouse(): Promise<MailHouse> {
  const [imapPort, lmtpPort] = [await freePort(), await freePort()]
  await startDovecot({ imapPort, lmtpPort })
  const lmtp = createTransport({ lmtp: true, host: '127.0.0.1', port: lmtpPort, ignoreTLS: true } as object)
  onTestFinished(() => lmtp.close())
  const { port: smtpPort, sent, refuseLetters } = await startSender()
  const deliver = async (raw: string | Buffer, from = 'li@hubin.example') => {
    await lmtp.sendMail({ raw, envelope: { from, to: DESK_ADDRESS } })
  }
  return { imapPort, smtpPort, deliver, sent, refuseLetters }
}

async function startDovecot({ imapPort, lmtpPort }: { imapPort: number; lmtpPort: number }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'shiji-mail-'))
  await chmod(folder, 0o755)
  await mkdir(join(folder, 'mail'), { mode: 0o777 })
  await chmod(join(folder, 'mail'), 0o777)
  const file = join(folder, 'dovecot.conf')
  await writeFile(file, settingsOf(folder, { imapPort, lmtpPort }))
  const server = spawn(DOVECOT, ['-F', '-c', file], { stdio: ['ignore', 'inherit', 'inherit'] })
  onTestFinished(async () => {
    await stop(server)
    await rm(folder, { recursive: true, force: true })
  })
  for (const port of [imapPort, lmtpPort]) await answers(port, join(folder, 'log'))
}

function settingsOf(folder: string, { imapPort, lmtpPort }: { imapPort: number; lmtpPort: number }): string {
  // As Debian sets it up where it may become others; where it may not, everything is oneself.
  const own = { user: userInfo().username, group: nameOf('-gn'), login: userInfo().username }
  const isRoot = nameOf('-u') === '0'
  const { user, group, login } = isRoot ? { user: 'dovecot', group: 'dovecot', login: 'dovenull' } : own
  // Mail belongs to no administrator.
  const [mailUser, mailGroup] = isRoot ? [NOBODY, NOBODY] : [nameOf('-u'), nameOf('-g')]
  return `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${login}
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:${folder}/mail/%u
passdb {
  driver = static
  args = password=${MAIL_PASSWORD}
}
userdb {
  driver = static
  args = uid=${mailUser} gid=${mailGroup} home=${folder}/mail/%u allow_all_users=yes
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${lmtpPort}
  }
}
`
}

function nameOf(which: '-u' | '-g' | '-gn'): string {
  return execFileSync('id', [which], { encoding: 'utf8' }).trim()
}

async function startSender() {
  const sent: { to: string; raw: string }[] = []
  let refused = false
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ password }, _session, done) =>
      password === MAIL_PASSWORD ? done(null, { user: 'desk' }) : done(new Error('no')),
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (refused) return done(new Error('mailbox full'))
        const to = session.envelope.rcptTo.map(({ address }) => address).join(' ')
        sent.push({ to, raw: Buffer.concat(parts).toString('utf8') })
        return done()
      })
    },
  })
  const listener = server.listen(0, '127.0.0.1')
  await new Promise((done) => listener.once('listening', done))
  onTestFinished(() => void server.close())
  const refuseLetters = (now: boolean) => {
    refused = now
  }
  return { port: (listener.address() as AddressInfo).port, sent, refuseLetters }
}

const PATIENCE = 100

async function answers(port: number, log: string): Promise<void> {
  for (let look = 0; look < PATIENCE; look += 1) {
    const isThere = await new Promise<boolean>((done) => {
      const line = connect(port, '127.0.0.1', () => {
        line.destroy()
        done(true)
      })
      line.on('error', () => done(false))
    })
    if (isThere) return
    await sleep(PATIENCE)
  }
  throw new Error(`the mail server does not answer: ${await readFile(log, 'utf8').catch(() => '')}`)
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((done) => server.once('exit', done))
  server.kill('SIGTERM')
  await ended
}
