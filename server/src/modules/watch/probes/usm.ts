import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { SnmpSecurity } from '@shiji/contract/watch'
import { integerOf, numberOf, type Part, partsOf, tagged } from './ber.ts'
import { INTEGER, SEQUENCE, TEXT } from './snmp-message.ts'

/**
 * The envelope of SNMP version 3 and its user-based security model: RFC 3412, 3414, 3826 (AES-128) and 7860 (SHA-2).
 * One engine of two is the authoritative one: its clock counts and its id is part of every key.
 */

/** Who an engine is and what its clock says; nothing is known before it was asked. */
export type Engine = { readonly id: Buffer; readonly boots: number; readonly seconds: number }
export const UNKNOWN_ENGINE: Engine = { id: Buffer.alloc(0), boots: 0, seconds: 0 }

export type Passwords = { readonly auth: string; readonly privacy: string }

/** Two lines: the word that signs, and the one that enciphers; with one line it does both. */
export function passwordsOf(secret: string): Passwords {
  const [auth = '', privacy = auth] = secret.split('\n')
  return { auth, privacy }
}

type Hash = SnmpSecurity['hash']

/** Bytes of a signature that travel. */
const SIGNED_BYTES: Readonly<Record<Hash, number>> = { sha1: 12, sha224: 16, sha256: 24, sha384: 32, sha512: 48 }
const KEY_STRETCH = 2 ** 20
const AES_KEY_BYTES = 16
const SALT_BYTES = 8
export const [SIGNED, ENCIPHERED, REPORTABLE] = [1, 2, 4]
export const FLAGS: Readonly<Record<SnmpSecurity['level'], number>> = {
  ...{ none: 0, auth: SIGNED, 'auth-priv': SIGNED | ENCIPHERED },
}
const [VERSION_3, USER_BASED, LARGEST] = [3, 3, 65_507]
export const REPORT = 0xa8

/** usmStats, RFC 3414 §5. */
export const USM_STATS = '1.3.6.1.6.3.15.1.1'

const MOST_KEYS = 1_000
const stretchedKeys = new Map<string, Buffer>()

/** The costly half of a key is the same for every engine: a stranger who names engines makes nobody compute it again. */
function stretchedKey(hash: Hash, password: string): Buffer {
  const name = `${hash} ${password}`
  const known = stretchedKeys.get(name)
  if (known !== undefined) return known
  const word = Buffer.from(password)
  const long = Buffer.alloc(KEY_STRETCH, word.length === 0 ? Buffer.alloc(1) : word)
  const key = createHash(hash).update(long).digest()
  if (stretchedKeys.size >= MOST_KEYS) stretchedKeys.clear()
  stretchedKeys.set(name, key)
  return key
}

/** The key of a password for one engine: RFC 3414 §A.2. */
export function localKey(hash: Hash, password: string, engineId: Buffer): Buffer {
  const key = stretchedKey(hash, password)
  return createHash(hash).update(key).update(engineId).update(key).digest()
}

/** `engine` is the authoritative one. */
export type Secured = { readonly security: SnmpSecurity; readonly passwords: Passwords; readonly engine: Engine }
type Sent = { readonly id: number; readonly isReportable: boolean; readonly scoped: Buffer }

/** Signed and enciphered as the security asks. */
export function writeSealed({ security, passwords, engine }: Secured, { id, isReportable, scoped }: Sent): Buffer {
  const { user, hash, level } = security
  const salt = level === 'auth-priv' ? randomBytes(SALT_BYTES) : Buffer.alloc(0)
  const data = level === 'auth-priv' ? tagged(TEXT, [encipher(scoped, { hash, passwords, engine, salt })]) : scoped
  const head = { id, flags: FLAGS[level] | (isReportable ? REPORTABLE : 0), engine, user }
  if (level === 'none') return envelope({ ...head, auth: Buffer.alloc(0) }, { salt, data })
  // Signed with zeros where the signature then stands.
  const unsigned = envelope({ ...head, auth: Buffer.alloc(SIGNED_BYTES[hash]) }, { salt, data })
  return envelope({ ...head, auth: signatureOf(unsigned, { hash, password: passwords.auth, engine }) }, { salt, data })
}

/** In the open: what may be said to whoever does not know the engine yet. */
export function writeOpen({ id, isReportable, scoped }: Sent, engine: Engine): Buffer {
  const head = { id, flags: isReportable ? REPORTABLE : 0, engine, user: '', auth: Buffer.alloc(0) }
  return envelope(head, { salt: Buffer.alloc(0), data: scoped })
}

export type Envelope = {
  readonly id: number
  readonly flags: number
  readonly engine: Engine
  readonly user: string
  readonly auth: Buffer
  readonly salt: Buffer
  readonly data: Part
}

/** Null for what is no message of version 3 with this security. */
export function readEnvelope(message: Buffer): Envelope | null {
  const [whole] = partsOf(message)
  const [version, head, security, data] = partsOf(whole?.body)
  if (version === undefined || version.body.length > 1 || numberOf(version.body) !== BigInt(VERSION_3)) return null
  const [messageId, , flags, model] = partsOf(head?.body)
  const [sequence] = partsOf(security?.body)
  const [id, boots, seconds, user, auth, salt] = partsOf(sequence?.body)
  if (messageId === undefined || flags === undefined || model === undefined || data === undefined) return null
  if (smallOf(model) !== USER_BASED || id === undefined || boots === undefined || seconds === undefined) return null
  if (user === undefined || auth === undefined || salt === undefined) return null
  return {
    ...{ id: smallOf(messageId), flags: flags.body[0] ?? 0, user: user.body.toString('utf8') },
    engine: { id: id.body, boots: smallOf(boots), seconds: smallOf(seconds) },
    ...{ auth: auth.body, salt: salt.body, data },
  }
}

function smallOf({ body }: Part): number {
  const value = body.length > 5 ? -1n : numberOf(body)
  return value < 0n || value >= 2n ** 31n ? 0 : Number(value)
}

/** Whether the signature in a message is that of its user for this engine. */
export function isGenuine(message: Buffer, { auth }: Envelope, { security, passwords, engine }: Secured): boolean {
  const { hash } = security
  if (auth.length !== SIGNED_BYTES[hash]) return false
  // The signature is a view of the message: what was signed had zeros in its place.
  const unsigned = Buffer.from(message)
  const place = auth.byteOffset - message.byteOffset
  unsigned.fill(0, place, place + auth.length)
  return timingSafeEqual(signatureOf(unsigned, { hash, password: passwords.auth, engine }), auth)
}

type Signing = { readonly hash: Hash; readonly password: string; readonly engine: Engine }

function signatureOf(message: Buffer, { hash, password, engine }: Signing): Buffer {
  const key = localKey(hash, password, engine.id)
  return createHmac(hash, key).update(message).digest().subarray(0, SIGNED_BYTES[hash])
}

/** What lies in the envelope, in the open or enciphered; undefined when it cannot be read. */
export function scopedPart(
  { flags, data, engine, salt }: Envelope,
  { security, passwords }: Secured,
): Part | undefined {
  if ((flags & ENCIPHERED) === 0) return data
  if (salt.length !== SALT_BYTES) return undefined
  const { key, begin } = cipherOf({ hash: security.hash, passwords, engine, salt })
  const cipher = createDecipheriv('aes-128-cfb', key, begin)
  return partsOf(Buffer.concat([cipher.update(data.body), cipher.final()]))[0]
}

type Sealing = { readonly hash: Hash; readonly passwords: Passwords; readonly engine: Engine; readonly salt: Buffer }

/** AES-128 in cipher feedback, RFC 3826 §3.1: the engine's clock and the salt begin it. */
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

type Head = Pick<Envelope, 'id' | 'flags' | 'engine' | 'user' | 'auth'>

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

export function scopedOf(contextEngineId: Buffer, pdu: Buffer): Buffer {
  return tagged(SEQUENCE, [tagged(TEXT, [contextEngineId]), tagged(TEXT, []), pdu])
}
