import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { FontRole } from '@shiji/kernel/form/laid-form'
import { FONT_NAMES } from './font-map.ts'
import { type FontFace, readFontFaces } from './pdf-font-file.ts'

/** The font that draws one role of a form. */
export type RoleFont = {
  readonly role: FontRole
  /** The name the rules of official documents ask for. */
  readonly asked: string
  /** The name of the family that draws it. */
  readonly used: string
  readonly own: boolean
  readonly files: readonly string[]
  /** Names under which the compiler may know the family, in the order of preference. */
  readonly families: readonly string[]
  readonly hasBold: boolean
  /** The sure font has no heavy sans face: its bold stands in for the display roles. */
  readonly alwaysBold: boolean
}

export type FontReport = {
  readonly folder: string | null
  readonly folderFound: boolean
  readonly roles: readonly RoleFont[]
  /** Files of the folder that end like fonts and are none. */
  readonly unreadable: readonly string[]
}

export const SURE_FAMILY = 'Noto Serif SC'
/** Comes inside the compiler: ☐ ☑ ☒ and arrows that Chinese fonts often lack. */
export const SYMBOL_FAMILY = 'DejaVu Sans Mono'

const ROLES: readonly FontRole[] = ['宋体', '黑体', '仿宋', '楷体', '小标宋']
const FONT_FILE = /\.(ttf|otf|ttc|otc)$/i
/** A unit keeps a handful of fonts; a folder beyond this is somebody's whole disk. */
const MOST_FONT_FILES = 2000

const packages = createRequire(import.meta.url)
export const SURE_FILES: readonly string[] = [
  '400Regular/NotoSerifSC_400Regular.ttf',
  '700Bold/NotoSerifSC_700Bold.ttf',
].map((file) => packages.resolve(`@expo-google-fonts/noto-serif-sc/${file}`))

/** Which file and family draws each role: the unit's own fonts by the names inside the files, then the sure font. */
export function describeFonts(fontsFolder?: string): FontReport {
  const listed = fontsFolder === undefined ? null : listFontFiles(fontsFolder)
  const read = (listed ?? []).map((file) => ({ file, faces: readFontFaces(file) }))
  const faces = read.flatMap((entry) => entry.faces)
  return {
    folder: fontsFolder ?? null,
    folderFound: listed !== null,
    roles: ROLES.map((role) => chooseFont(role, faces)),
    unreadable: read.filter((entry) => entry.faces.length === 0).map((entry) => entry.file),
  }
}

function chooseFont(role: FontRole, faces: readonly FontFace[]): RoleFont {
  const names = FONT_NAMES[role]
  const asked = names.official
  for (const name of [asked, ...names.fallbacks]) {
    const family = faces.filter((face) => face.families.some((own) => sameName(own, name)))
    if (family.length === 0) continue
    const files = [...new Set(family.map((face) => face.file))]
    const families = [...new Set([name, ...family.flatMap((face) => face.families)])]
    const hasBold = family.some((face) => face.bold)
    return { role, asked, used: name, own: true, files, families, hasBold, alwaysBold: false }
  }
  const alwaysBold = role === '黑体' || role === '小标宋'
  return { role, asked, used: SURE_FAMILY, own: false, files: SURE_FILES, families: [], hasBold: true, alwaysBold }
}

function sameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other)
}

/** Vendors write 仿宋_GB2312, 仿宋 GB2312 and FangSong_GB2312, Fangsong GB2312 alike. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}

function listFontFiles(folder: string): string[] | null {
  try {
    const names = readdirSync(folder).filter((name) => FONT_FILE.test(name))
    return names
      .sort()
      .slice(0, MOST_FONT_FILES)
      .map((name) => join(folder, name))
  } catch {
    return null
  }
}
