import { randomBytes } from 'node:crypto'

/** 72 bits: short enough to be typed from a label, and nobody guesses one. */
export function makeCode(): string {
  return randomBytes(9).toString('base64url')
}
