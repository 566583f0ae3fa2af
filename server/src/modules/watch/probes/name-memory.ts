import { isIP } from 'node:net'
import { type LookUp, lookUpName } from '#platform/outgoing/post-outgoing'

const REMEMBERED_MS = 5_000

type Remembered = { readonly found: ReturnType<LookUp>; readonly until: number }

/**
 * Many probes of one machine look its name up once in a while and not each for itself: the resolver of the machine asks a
 * few names at a time, and one that does not answer would hold up all others. What was found is judged for every look
 * anew, so a name that turns elsewhere is refused as before; one that was not found is asked for again at once.
 */
export function rememberNames(lookUp: LookUp = lookUpName): LookUp {
  const names = new Map<string, Remembered>()
  return (host) => {
    const family = isIP(host)
    if (family !== 0) return Promise.resolve([{ address: host, family }])
    const now = performance.now()
    const known = names.get(host)
    if (known !== undefined && known.until > now) return known.found
    const found = lookUp(host).then((addresses) => {
      if (addresses.length === 0) names.delete(host)
      return addresses
    })
    names.set(host, { found, until: now + REMEMBERED_MS })
    return found
  }
}
