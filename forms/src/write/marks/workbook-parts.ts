/** Which part of a workbook package holds the sheet of each name; null when the package is built in another way. */
export function sheetParts(read: (part: string) => string | null): ReadonlyMap<string, string> | null {
  const [book, links] = [read('xl/workbook.xml'), read('xl/_rels/workbook.xml.rels')]
  if (book === null || links === null) return null
  const targets = new Map(
    [...links.matchAll(/<Relationship\b([^>]*)>/g)].map(([, attributes = '']) => [
      attribute(attributes, 'Id'),
      attribute(attributes, 'Target'),
    ]),
  )
  const parts = [...book.matchAll(/<sheet\b([^>]*)>/g)].flatMap(([, attributes = '']): [string, string][] => {
    const [name, target] = [attribute(attributes, 'name'), targets.get(attribute(attributes, 'r:id'))]
    if (name === null || target === undefined || target === null) return []
    return [[plainXml(name), target.startsWith('/') ? target.slice(1) : `xl/${target}`]]
  })
  return parts.length === 0 ? null : new Map(parts)
}

export function attribute(attributes: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)?.slice(1).find(Boolean) ?? null
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plainXml(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    if (name !== undefined) return ENTITIES[name] ?? whole
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
