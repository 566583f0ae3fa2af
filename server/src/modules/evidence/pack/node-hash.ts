import { hash } from 'node:crypto'
import { type Hashable, type Hashing, hashNow } from '@shiji/kernel/bundle/hashing'

export function sha256(bytes: Hashable): string {
  return hash('sha256', bytes)
}

export function hashed<Value>(work: Hashing<Value>): Value {
  return hashNow(work, sha256)
}
