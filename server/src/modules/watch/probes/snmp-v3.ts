import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { SnmpSecurity } from '@shiji/contract/watch'
import { integerOf, numberOf, oidOf, type Part, partsOf, tagged } from './ber.ts'
import {
  INTEGER,
  readResponse,
  SEQUENCE,
  type SnmpAnswer,
  type SnmpReport,
  TEXT,
  UNREADABLE,
  writeGet,
} from './snmp-message.ts'

/** SNMP version 3 with the user-based security model: RFC 3412, 3414, 3826 (AES-128) and 7860 (SHA-2). */

/** Who the agent is and what its clock says; nothing is known before it was asked. */
export type Engine = { readonly id: Buffer; readonly boots: number; readonly seconds: number }
export const UNKNOWN_ENGINE: Engine = { id: Buffer.alloc(0), boots: 0, seconds: 0 }

export type Passwords = { readonly auth: string; readonly privacy: string }

/** Two lines: the word that signs, and the one that enciphers; with one line it does both. */
export function passwordsOf(secret: string): Passwords {
  const [auth = '', privacy = auth] = secret.split('\n')
  return { auth, privacy }
}

type Hash = SnmpSecurity['hash']
type Level = SnmpSecurity['level']

/** Bytes of a signature that travel. */
const SIGNED_BYTES: Readonly<Record<Hash, number>> = { sha1: 12, sha224: 16, sha256: 24, sha384: 32, sha512: 48 }
const KEY_STRETCH = 2 ** 20
const AES_KEY_BYTES = 16
const [SIGNED, ENCIPHERED, REPORTABLE] = [1, 2, 4]
const FLAGS: Readonly<Record<Level, number>> = { none: 0, auth: SIGNED, 'auth-priv': SIGNED | ENCIPHERED }
const [VERSION_3, USER_BASED, LARGEST] = [3, 3, 65_507]
const REPORT = 0xa8

/** The key of a password for one agent: RFC 3414 §A.2. */
export function localKey(hash: Hash, password: string, engineId: Buffer): Buffer {
  const word = Buffer.from(password)
  const long = Buffer.alloc(KEY_STRETCH, word.length === 0 ? Buffer.alloc(1) : word)
  const key = createHash(hash).update(long).digest()
  return createHash(hash).update(key).update(engineId).update(key).digest()
}

export type Secured = { readonly security: SnmpSecurity; readonly passwords: Passwords; readonly engine: Engine }
type Asked = { readonly oids: readonly string[]; readonly id: number }

/** Asks an agent who it is; its answer is a report. */
export function writeDiscovery(id: number): Buffer {
  const scoped = scopedOf(UNKNOWN_ENGINE, writeGet([], id))
  return envelope(
    { id, flags: REPORTABLE, engine: UNKNOWN_ENGINE, user: '', auth: Buffer.alloc(0) },
    { salt: Buffer.alloc(0), data: scoped },
  )
}

export function writeSecured({ security, passwords, engine }: Secured, { oids, id }: Asked): Buffer {
  const { user, hash, level } = security
  const scoped = scopedOf(engine, writeGet(oids, id))
  const salt = level === 'auth-priv' ? randomBytes(8) : Buffer.alloc(0)
  const data = level === 'auth-priv' ? tagged(TEXT, [encipher(scoped, { hash, passwords, engine, salt })]) : scoped
  const head = { id, flags: FLAGS[level] | REPORTABLE, engine, user }
  const signature = (message: Buffer) =>
    createHmac(hash, localKey(hash, passwords.auth, engine.id))
      .update(message)
      .digest()
      .subarray(0, SIGNED_BYTES[hash])
  if (level === 'none') return envelope({ ...head, auth: Buffer.alloc(0) }, { salt, data })
  // Signed with zeros where the signature then stands.
  const unsigned = envelope({ ...head, auth: Buffer.alloc(SIGNED_BYTES[hash]) }, { salt, data })
  return envelope({ ...head, auth: signature(unsigned) }, { salt, data })
}

export type SecuredAnswer =
  | { readonly kind: 'answer'; readonly answer: SnmpAnswer }
  /** Ask again with what it says of itself. */
  | { readonly kind: 'report'; readonly why: SnmpReport | 'unreadable'; readonly engine: Engine }

/** Reads an answer; one that is not signed as asked is no answer. */
export function readSecured(message: Buffer, secured: Secured, id: number): SecuredAnswer {
  const envelope = readEnvelope(message)
  if (envelope === null) return { kind: 'answer', answer: UNREADABLE }
  const { flags, engine, auth, salt, data } = envelope
  const { security, passwords } = secured
  const isSigned =
    (flags & SIGNED) !== 0 &&
    isGenuine(message, { hash: security.hash, password: passwords.auth, engineId: secured.engine.id, auth })
  const isTrusted = security.level === 'none' || isSigned
  const scoped =
    (flags & ENCIPHERED) === 0
      ? data
      : isTrusted
        ? openScoped(data, { hash: security.hash, passwords, engine, salt })
        : undefined
  const [, , pdu] = partsOf(scoped?.body)
  // Reports about what an agent does not know cannot be signed; they change nothing but who is asked again.
  if (pdu?.tag === REPORT) return { kind: 'report', why: reportOf(pdu), engine }
  const isWhole = security.level !== 'auth-priv' || (flags & ENCIPHERED) !== 0
  return { kind: 'answer', answer: isTrusted && isWhole ? readResponse(pdu, id) : UNREADABLE }
}

type Sealing = { readonly hash: Hash; readonly passwords: Passwords; readonly engine: Engine; readonly salt: Buffer }

/** AES-128 in cipher feedback, RFC 3826 §3.1: the agent's clock and the salt begin it. */
function cipherOf({ hash, passwords, engine, salt }: Sealing): { readonly key: Buffer; readonly begin: Buffer } {
  const clock = Buffer.alloc(8)
  clock.writeUInt32BE(engine.boots, 0)
  clock.writeUInt32BE(engine.seconds, 4)
  const key = localKey(hash, passwords.privacy, engine.id).subarray(0, AES_KEY_BYTES)
  return { key, begin: Buffer.concat([clock, salt]) }
}

function encipher(bytes: Buffer, sealing: Sealing): Buffer {
  const { key, begin } = cipherOf(sealing)
  const cipher = createCipheriv('aes-128-cfb', key, begin)
  return Buffer.concat([cipher.update(bytes), cipher.final()])
}

function openScoped({ body }: Part, sealing: Sealing): Part | undefined {
  if (sealing.salt.length !== 8) return undefined
  const { key, begin } = cipherOf(sealing)
  const cipher = createDecipheriv('aes-128-cfb', key, begin)
  return partsOf(Buffer.concat([cipher.update(body), cipher.final()]))[0]
}

type Signed = { readonly hash: Hash; readonly password: string; readonly engineId: Buffer; readonly auth: Buffer }

function isGenuine(message: Buffer, { hash, password, engineId, auth }: Signed): boolean {
  if (auth.length !== SIGNED_BYTES[hash]) return false
  // The signature is a view of the message: what was signed had zeros in its place.
  const unsigned = Buffer.from(message)
  const place = auth.byteOffset - message.byteOffset
  unsigned.fill(0, place, place + auth.length)
  const expected = createHmac(hash, localKey(hash, password, engineId))
    .update(unsigned)
    .digest()
  return timingSafeEqual(expected.subarray(0, auth.length), auth)
}

type Head = {
  readonly id: number
  readonly flags: number
  readonly engine: Engine
  readonly user: string
  readonly auth: Buffer
}

function envelope({ id, flags, engine, user, auth }: Head, { salt, data }: { salt: Buffer; data: Buffer }): Buffer {
  const number = (value: number) => tagged(INTEGER, [integerOf(value)])
  const text = (value: Buffer) => tagged(TEXT, [value])
  const security = [
    text(engine.id),
    number(engine.boots),
    number(engine.seconds),
    text(Buffer.from(user)),
    text(auth),
    text(salt),
  ]
  return tagged(SEQUENCE, [
    number(VERSION_3),
    tagged(SEQUENCE, [number(id), number(LARGEST), text(Buffer.from([flags])), number(USER_BASED)]),
    text(tagged(SEQUENCE, security)),
    data,
  ])
}

function readEnvelope(message: Buffer) {
  const [whole] = partsOf(message)
  const [version, head, security, data] = partsOf(whole?.body)
  if (version === undefined || numberOf(version.body) !== BigInt(VERSION_3) || data === undefined) return null
  const [, , flags] = partsOf(head?.body)
  const [sequence] = partsOf(security?.body)
  const [id, boots, seconds, , auth, salt] = partsOf(sequence?.body)
  if (flags === undefined || id === undefined || boots === undefined || seconds === undefined) return null
  if (auth === undefined || salt === undefined) return null
  const clock = { boots: clockOf(boots), seconds: clockOf(seconds) }
  return { flags: flags.body[0] ?? 0, engine: { id: id.body, ...clock }, auth: auth.body, salt: salt.body, data }
}

function clockOf({ body }: Part): number {
  const value = numberOf(body)
  return value < 0n || value >= 2n ** 31n ? 0 : Number(value)
}

function scopedOf(engine: Engine, pdu: Buffer): Buffer {
  return tagged(SEQUENCE, [tagged(TEXT, [engine.id]), tagged(TEXT, []), pdu])
}

/** usmStats, RFC 3414 §5. */
const REPORTS: Readonly<Record<string, SnmpReport>> = {
  '1.3.6.1.6.3.15.1.1.1.0': 'level-unsupported',
  '1.3.6.1.6.3.15.1.1.2.0': 'clock-apart',
  '1.3.6.1.6.3.15.1.1.3.0': 'user-unknown',
  '1.3.6.1.6.3.15.1.1.4.0': 'engine-unknown',
  '1.3.6.1.6.3.15.1.1.5.0': 'password-wrong',
  '1.3.6.1.6.3.15.1.1.6.0': 'undecipherable',
}

function reportOf({ body }: Part): SnmpReport | 'unreadable' {
  const [, , , bindings] = partsOf(body)
  const [binding] = partsOf(bindings?.body)
  const [name] = partsOf(binding?.body)
  return (name === undefined ? undefined : REPORTS[oidOf(name.body)]) ?? 'unreadable'
}
