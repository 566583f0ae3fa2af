/** A copy of a font that calls itself by other names, as a unit's own font files do. */
export function renamedFont(font: Buffer, families: readonly string[]): Buffer {
  const names = nameTable(families)
  const renamed = Buffer.concat([font, names])
  for (let entry = 12; entry < 12 + font.readUInt16BE(4) * 16; entry += 16) {
    if (font.toString('latin1', entry, entry + 4) !== 'name') continue
    renamed.writeUInt32BE(font.length, entry + 8)
    renamed.writeUInt32BE(names.length, entry + 12)
  }
  return renamed
}

const WINDOWS_UNICODE = [3, 1]
const SIMPLIFIED_CHINESE = 0x0804
const FAMILY = 1
const POSTSCRIPT = 6

function nameTable(families: readonly string[]): Buffer {
  const names = [...families.map((text) => ({ id: FAMILY, text })), { id: POSTSCRIPT, text: 'UnitOwnFont' }]
  const records: Buffer[] = []
  let at = 0
  for (const { id, text } of names) {
    records.push(shorts([...WINDOWS_UNICODE, SIMPLIFIED_CHINESE, id, text.length * 2, at]))
    at += text.length * 2
  }
  const texts = names.map(({ text }) => Buffer.from(text, 'utf16le').swap16())
  return Buffer.concat([shorts([0, names.length, 6 + names.length * 12]), ...records, ...texts])
}

function shorts(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => {
    bytes.writeUInt16BE(value, index * 2)
  })
  return bytes
}
