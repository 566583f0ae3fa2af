import type { FormTemplate } from '../form/form-template.ts'

export type Levels = { readonly level1: string; readonly level2: string }

/** Level names that mean the same; the first list that helps is taken. */
type LevelAliases = readonly { readonly names: readonly string[] }[]

/**
 * Where an indicator stands in the tree of a sheet: 数量指标 of the library is 数量 of one place and 数量指标 of another.
 * A sheet without such a branch keeps the library's own names, so that nothing is filed where it does not belong.
 */
export function placeEntry(levels: Levels, tree: FormTemplate['tree'], aliases: LevelAliases): Levels {
  const branches = tree.flatMap(({ name, level2 }) => level2.map((branch) => ({ level1: name, level2: branch })))
  const fits = branches.filter((branch) => sameLevel(branch.level2, levels.level2, aliases))
  return fits.find((branch) => sameLevel(branch.level1, levels.level1, aliases)) ?? fits[0] ?? levels
}

function sameLevel(left: string, right: string, aliases: LevelAliases): boolean {
  const [one, other] = [plain(left), plain(right)]
  if (one === other) return true
  return aliases.some(({ names }) => {
    const known = names.map(plain)
    return known.includes(one) && known.includes(other)
  })
}

function plain(level: string): string {
  return level.replace(/\s/g, '').replace(/(?:指标|目标)$/, '')
}
