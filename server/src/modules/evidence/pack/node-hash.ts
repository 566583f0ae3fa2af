import { createHash } from 'node:crypto'
import { type Hashing, hashNow } from '@shiji/kernel/bundle/hashing'
import { ZIP_TEXT } from '#platform/files/write-zip'

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function hashed<Value>(work: Hashing<Value>): Value {
  return hashNow(work, sha256, ZIP_TEXT)
}
