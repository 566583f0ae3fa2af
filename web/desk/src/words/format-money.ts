const FORMAT = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** 元 as the office reads it, in either language: 1,430,402.70. */
export function formatMoney(amount: string): string {
  return FORMAT.format(amount as unknown as number)
}
