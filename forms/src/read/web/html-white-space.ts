const KEEPING = /white-space\s{0,9}:\s{0,9}(?:pre|break-spaces)/i
const PLAIN_SELECTOR = /^(?:[a-z][a-z0-9]{0,20}|\.[\w-]{1,60})$/i
/** Element names and `.classes` that a style sheet lets keep their white space; longer selectors are passed over. */
export function keptWhiteSpace(sheet: string): string[] {
  return withoutComments(sheet)
    .split('}')
    .filter((rule) => KEEPING.test(rule))
    .flatMap((rule) => (rule.split('{').at(-2) ?? '').split(','))
    .map((selector) => selector.trim())
    .filter((selector) => PLAIN_SELECTOR.test(selector))
}

function withoutComments(sheet: string): string {
  const [start = '', ...rest] = sheet.split('/*')
  return start + rest.map((part) => (part.includes('*/') ? part.slice(part.indexOf('*/') + 2) : '')).join('')
}
