import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Seals what the database must keep but whoever holds a copy of it must not read (security.md D13). */
export type SecretBox = {
  /** `about` names the place the text is kept at; moved to another place it does not open. */
  readonly seal: (secret: string, about: string) => string
  /** Null when no key of this server opens it, or when it was changed or moved. */
  readonly open: (sealed: string, about: string) => string | null
}

export type SecretKey = { readonly id: string; readonly bytes: Buffer }

export const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16
/** Names the form of a sealed text, so that another cipher can stand beside it: AES-256-GCM. */
const FORM = 's1'

/** Seals with the first key, opens with any. */
export function makeSecretBox(keys: readonly [SecretKey, ...SecretKey[]]): SecretBox {
  const [newest] = keys
  return {
    seal: (secret, about) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', newest.bytes, iv).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return [FORM, newest.id, Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')].join('.')
    },
    open: (sealed, about) => {
      const [form, id, text = ''] = sealed.split('.')
      const key = keys.find((one) => one.id === id)
      if (form !== FORM || key === undefined) return null
      return openWith(key, Buffer.from(text, 'base64url'), about)
    },
  }
}

function openWith(key: SecretKey, bytes: Buffer, about: string): string | null {
  if (bytes.length < IV_BYTES + TAG_BYTES) return null
  const iv = bytes.subarray(0, IV_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, iv, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    // The tag does not fit: another place, another key of the same name, or a changed text.
    return null
  }
}
