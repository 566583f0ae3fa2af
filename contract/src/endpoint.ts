import { oc } from '@orpc/contract'
import type { RefusalCode } from './refusals.ts'

/** Who may call an endpoint: anybody, anybody signed in, or a person with the permission. There is no default. */
export type Access = 'anybody' | 'signed-in' | { readonly permission: string }

export type EndpointFacts = {
  readonly access: Access
  /** The refusals this endpoint may give besides those every endpoint may give; a test fails on an unlisted one. */
  readonly refuses: readonly RefusalCode[]
  /** Bytes a request may have, when it brings more than a page of input. */
  readonly bodyLimit?: number
  /** The use case sees what was sent byte for byte: it may be signed. */
  readonly keepsBody?: boolean
}

type EndpointRoute = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: `/${string}`
  readonly summary: string
} & EndpointFacts

/** One operation, said once for both sides: `endpoint({…}).input(schema).output(schema)`. */
export function endpoint({ method, path, summary, ...facts }: EndpointRoute) {
  return oc.$meta<EndpointFacts>(facts).route({ method, path, summary })
}

/** Refusals every endpoint may give. */
export const COMMON_REFUSALS: readonly RefusalCode[] = [
  'not-signed-in',
  'not-permitted',
  'input-invalid',
  'request-malformed',
  'media-type-unknown',
  'body-too-large',
  'length-missing',
  'key-reused',
  'overloaded',
  'disk-full',
  'outcome-unknown',
  'unexpected',
]
