/** Characters shown on either side of a change. */
const AROUND = 24

export type ChangedPart = {
  readonly before: string
  readonly old: string
  readonly fresh: string
  readonly after: string
}

/** Where two texts differ, from the first difference to the last, with a little of what stands around. */
export function changedPart(was: string, now: string): ChangedPart {
  const [old, fresh] = [[...was], [...now]]
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1
  let end = 0
  const most = Math.min(old.length, fresh.length) - start
  while (end < most && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end += 1
  const head = fresh.slice(0, start)
  const tail = fresh.slice(fresh.length - end)
  return {
    before: head.length > AROUND ? `…${head.slice(-AROUND).join('')}` : head.join(''),
    old: old.slice(start, old.length - end).join(''),
    fresh: fresh.slice(start, fresh.length - end).join(''),
    after: tail.length > AROUND ? `${tail.slice(0, AROUND).join('')}…` : tail.join(''),
  }
}
