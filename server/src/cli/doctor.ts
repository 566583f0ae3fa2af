import { createRequire } from 'node:module'
import { describeFonts } from '@shiji/forms/write/fonts'
import { say, type Wording, type WordingParameters } from '@shiji/kernel/wording'
import { loadFormTemplates, loadRulePacks } from '@shiji/packs/load-packs'
import type { Call, Command, ExitCode } from './command.ts'
import { DOCTOR } from './doctor-wording.ts'

/** One thing looked at: fine, worth knowing, or wrong; a wrong one says what it does to the user and what to do. */
type Check = {
  readonly code: string
  readonly state: 'fine' | 'note' | 'wrong'
  readonly wording: Wording
  readonly advice: Wording | null
  readonly parameters: WordingParameters
}

const NEEDED_NODE = 26
const ENGINES = ['@myriaddreamin/typst-ts-node-compiler', 'docx', '@e965/xlsx', '@cj-tech-master/excelts', 'pdfjs-dist']

export const doctor: Command = {
  path: ['doctor'],
  summary: {
    zh: '体检：版本、字体、规则包；每个发现说明影响和办法',
    en: 'check-up: versions, fonts, packs; what each finding does and what to do',
  },
  usage: '',
  options: {
    fonts: {
      kind: 'text',
      placeholder: 'FOLDER',
      describe: { zh: '本单位字体所在目录', en: "the folder of the unit's own fonts" },
    },
  },
  run: checkUp,
}

async function checkUp(call: Call): Promise<ExitCode> {
  const checks = [...checkVersions(), ...checkFonts(call.texts.fonts), ...checkPacks()]
  if (call.json) {
    const printed = checks.map(({ code, state, wording, advice, parameters }) => ({
      code,
      state,
      message: say(wording, call.language, parameters),
      advice: advice === null ? null : say(advice, call.language, parameters),
    }))
    call.print(JSON.stringify({ checks: printed }))
  } else {
    for (const check of checks) show(check, call)
  }
  return checks.some(({ state }) => state === 'wrong') ? 2 : 0
}

const MARKS = { fine: '✓', note: '·', wrong: '✕' } as const

function show({ state, wording, advice, parameters }: Check, call: Call): void {
  call.print(`${MARKS[state]} ${say(wording, call.language, parameters)}`)
  if (advice !== null) call.print(`    → ${say(advice, call.language, parameters)}`)
}

function checkVersions(): Check[] {
  const major = Number(process.versions.node.split('.')[0])
  const node = { found: process.versions.node, needed: NEEDED_NODE }
  const require = createRequire(import.meta.resolve('@shiji/forms/write/fonts'))
  const engines = ENGINES.map((name) => `${name} ${versionOf(name, require)}`).join(' · ')
  return [
    major >= NEEDED_NODE
      ? { code: 'node', state: 'fine', wording: DOCTOR.node, advice: null, parameters: node }
      : { code: 'node', state: 'wrong', wording: DOCTOR.nodeOld, advice: DOCTOR.nodeOldAdvice, parameters: node },
    { code: 'engines', state: 'fine', wording: DOCTOR.engines, advice: null, parameters: { engines } },
  ]
}

/** Packages hide their manifest behind `exports`; the folder of their entry leads to it. */
function versionOf(name: string, require: NodeJS.Require): string {
  const paths = require.resolve.paths(name) ?? []
  for (const folder of paths) {
    try {
      const manifest: { version: string } = require(`${folder}/${name}/package.json`)
      return manifest.version
    } catch {
      // Not installed at this level; the next folder up may hold it.
    }
  }
  return '?'
}

function checkFonts(folder: string | undefined): Check[] {
  const report = describeFonts(folder)
  const missing: Check[] = report.folderFound || folder === undefined ? [] : [fontFolderMissing(folder)]
  const roles = report.roles.map(({ role, asked, used, own }): Check => {
    const parameters = { role, asked, used }
    return own
      ? { code: `font-${role}`, state: 'fine', wording: DOCTOR.fontOwn, advice: null, parameters }
      : { code: `font-${role}`, state: 'note', wording: DOCTOR.fontSubstituted, advice: DOCTOR.fontAdvice, parameters }
  })
  const unreadable = report.unreadable.map((file): Check => {
    const advice = DOCTOR.fontUnreadableAdvice
    return { code: 'font-unreadable', state: 'wrong', wording: DOCTOR.fontUnreadable, advice, parameters: { file } }
  })
  return [...missing, ...roles, ...unreadable]
}

function fontFolderMissing(folder: string): Check {
  const [wording, advice] = [DOCTOR.fontFolderMissing, DOCTOR.fontFolderAdvice]
  return { code: 'font-folder', state: 'wrong', wording, advice, parameters: { folder } }
}

function checkPacks(): Check[] {
  const [templates, packs] = [loadFormTemplates(), loadRulePacks()]
  const parameters = { templates: templates.length, packs: packs.length }
  return [{ code: 'packs', state: 'fine', wording: DOCTOR.packs, advice: null, parameters }]
}
