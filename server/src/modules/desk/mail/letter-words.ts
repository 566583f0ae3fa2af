/** Letters leave in the language of the office. */
export function receiptFor({ number, what, district }: { number: string; what: string; district: string }): string {
  return [
    `您好：您的来信已登记为工单 ${number}（${what}）。`,
    `补充情况请直接回复本邮件，主题中保留 [${number}]。处理完成后会再告知您。`,
    `${district}服务台`,
  ].join('\n\n')
}

export function settledLetter({ number, note, district }: { number: string; note: string; district: string }): string {
  return [
    `您好：工单 ${number} 已处理完成：${note}`,
    '如果还没有解决，请直接回复本邮件，服务台会接着处理。',
    `${district}服务台`,
  ].join('\n\n')
}
