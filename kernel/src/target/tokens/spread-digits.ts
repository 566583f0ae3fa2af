const SPREAD = /(?<![\dA-Za-z.,])(?<![\d.,] )\d(?:(?: +| *[.,] *)\d)+(?= +[^\s\d])/g
const GAP = /\d +\d/

/** `9 5 %`: digits set apart one by one, and from what follows, to fill a column are one number; 95 98 and `9 5%` stay two. */
export function joinSpreadDigits(text: string): string {
  return text.replace(SPREAD, (run) => (GAP.test(run) ? run.replaceAll(' ', '') : run))
}
