const YUAN = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

/** An amount of 元 as it is read, from its exact text. */
export function inYuan(amount: string): string {
  return YUAN.format(amount as `${number}`)
}
