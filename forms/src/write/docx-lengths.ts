const TWIPS_PER_MM = 1440 / 25.4

export const twips = (mm: number): number => Math.round(mm * TWIPS_PER_MM)

/** Each edge is rounded by itself, so a table of many columns is as wide as its millimetres say. */
export function columnTwips(columnsMm: readonly number[]): readonly number[] {
  let edgeMm = 0
  return columnsMm.map((widthMm) => {
    const start = twips(edgeMm)
    edgeMm += widthMm
    return twips(edgeMm) - start
  })
}

/** Word counts type in half points, and lines in twentieths. */
export const twentieths = (pt: number): number => Math.round(pt * 20)
