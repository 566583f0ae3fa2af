/** How much each sender may say: so many at once, and so many a second in the long run. */
type SenderLimit = {
  /** False when it has said too much; what is left out is counted. */
  readonly take: (sender: string, atMs: number) => boolean
  /** How many lines were left out since the last asking, by sender. */
  readonly leftOut: () => ReadonlyMap<string, number>
}

export function limitSenders({ atOnce, aSecond }: { readonly atOnce: number; readonly aSecond: number }): SenderLimit {
  const buckets = new Map<string, { left: number; atMs: number }>()
  const refused = new Map<string, number>()
  return {
    take: (sender, atMs) => {
      const bucket = buckets.get(sender) ?? { left: atOnce, atMs }
      const left = Math.min(atOnce, bucket.left + ((atMs - bucket.atMs) * aSecond) / 1000)
      buckets.set(sender, { left: left >= 1 ? left - 1 : left, atMs })
      if (left < 1) refused.set(sender, (refused.get(sender) ?? 0) + 1)
      return left >= 1
    },
    leftOut: () => {
      const counted = new Map(refused)
      refused.clear()
      return counted
    },
  }
}
