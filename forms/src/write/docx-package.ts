import type { FontMap } from './font-map.ts'
import { FONT_NAMES } from './font-map.ts'
import { settledZip } from './settled-zip.ts'

/** docx stamps the clock into the core properties and leaves the font table empty: both are said here. */
export function settledDocx(zipped: Uint8Array, fonts: FontMap): Uint8Array {
  return settledZip(zipped, (path, text) => {
    if (path === 'docProps/core.xml') return withoutClock(text)
    if (path === 'word/fontTable.xml') return withFonts(text, fonts)
    return text
  })
}

function withoutClock(core: string): string {
  return core
    .replaceAll(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
    .replace('</cp:coreProperties>', '<dc:language>zh-CN</dc:language></cp:coreProperties>')
}

/** Where a font is not installed, Word and LibreOffice take the alternative named in the table. */
function withFonts(fontTable: string, fonts: FontMap): string {
  const entries = Object.entries(FONT_NAMES).map(([role, { official, fallbacks }]) => {
    const chosen = Object.entries(fonts).find(([key]) => key === role)?.[1]
    const [first = official] = fallbacks
    const other = chosen === undefined ? first : official
    return `<w:font w:name="${attribute(chosen ?? official)}"><w:altName w:val="${attribute(other)}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`
  })
  return fontTable.replace(/\s*\/>\s*$|<\/w:fonts>\s*$/, (end) => {
    const open = end.trim() === '/>' ? '>' : ''
    return `${open}${entries.join('')}</w:fonts>`
  })
}

const attribute = (name: string): string =>
  name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
