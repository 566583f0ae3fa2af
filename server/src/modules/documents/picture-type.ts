const PICTURES = [
  { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47], at: 0 },
  { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff], at: 0 },
  { mediaType: 'image/webp', begins: [0x57, 0x45, 0x42, 0x50], at: 8 },
] as const

type PictureType = (typeof PICTURES)[number]['mediaType']

/** Which kind of picture the bytes are, whatever the file is called; null when they are none a browser shows. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  const picture = PICTURES.find(({ begins, at }) => begins.every((byte, index) => bytes[at + index] === byte))
  return picture?.mediaType ?? null
}
