import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsualHours } from '@shiji/kernel/calendar/work-calendar'
import { YearDays } from '@shiji/kernel/calendar/year-days'
import { TenderRules } from '@shiji/kernel/contracts/tender-rules'
import { BindingTable } from '@shiji/kernel/evidence/binding-table'
import { ChecklistPack } from '@shiji/kernel/evidence/checklist-pack'
import { RowList } from '@shiji/kernel/evidence/row-list'
import { checkDefinition } from '@shiji/kernel/flow/check-definition'
import { DEFINITION_WORDING } from '@shiji/kernel/flow/definition-wording'
import { FlowPack } from '@shiji/kernel/flow/flow-pack'
import { checkTemplate } from '@shiji/kernel/form/check-template'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { FormTemplate } from '@shiji/kernel/form/form-template'
import { TEMPLATE_WORDING } from '@shiji/kernel/form/template-wording'
import { LibraryPack } from '@shiji/kernel/library/library-pack'
import { NameWords } from '@shiji/kernel/library/name-words'
import { LifeRules } from '@shiji/kernel/life/life-rules'
import { LintWords } from '@shiji/kernel/lint/lint-words'
import { RenewalWords } from '@shiji/kernel/renewal/renewal-words'
import { RulePack } from '@shiji/kernel/rule-pack'
import { DeskRules } from '@shiji/kernel/severity/desk-rules'
import { CheckupPack } from '@shiji/kernel/watch/checkup/checkup-pack'
import { WatchRules } from '@shiji/kernel/watch/watch-rules'
import { say } from '@shiji/kernel/wording'

const PACKS_FOLDER = import.meta.dirname

/** Every form template of every place, in the order of the folders. A malformed file throws: a pack is shipped tested. */
export function loadFormTemplates(folder: string = PACKS_FOLDER): FormTemplate[] {
  return loadTemplates(folder, 'forms')
}

/**
 * Sheets the product prints of its own records and never reads back: 监控表, 审批单, and 修订表 and 审核表 for places that
 * issued none.
 */
export function loadPrintedSheets(folder: string = PACKS_FOLDER): FormTemplate[] {
  return loadTemplates(folder, 'sheets')
}

function loadTemplates(folder: string, kind: 'forms' | 'sheets'): FormTemplate[] {
  return jsonFiles(folder, kind).map((file) => {
    const template = FormTemplate.parse(JSON.parse(readFileSync(file, 'utf8')))
    const [problem] = checkTemplate(template)
    if (problem === undefined) return template
    throw new Error(`${file} ${problem.where}: ${say(TEMPLATE_WORDING[problem.code], 'en', problem.parameters)}`)
  })
}

/** Every rule pack of every place, of all years: a past year is still scored by its own. */
export function loadRulePacks(folder: string = PACKS_FOLDER): RulePack[] {
  return jsonFiles(folder, 'rules').map((file) => RulePack.parse(JSON.parse(readFileSync(file, 'utf8'))))
}

/** The review chains of every place. One that could strand a case throws: a pack is shipped tested. */
export function loadFlowPacks(folder: string = PACKS_FOLDER): FlowPack[] {
  return jsonFiles(folder, 'flows').map((file) => {
    const pack = FlowPack.parse(JSON.parse(readFileSync(file, 'utf8')))
    const [problem] = checkDefinition(pack.flow)
    if (problem === undefined) return pack
    throw new Error(`${file}: ${say(DEFINITION_WORDING[problem.code], 'en', problem.parameters)}`)
  })
}

/** What every place asks after the approval: monitoring, sampling, what follows from a grade. */
export function loadLifeRules(folder: string = PACKS_FOLDER): LifeRules[] {
  return jsonFiles(folder, 'life').map((file) => LifeRules.parse(JSON.parse(readFileSync(file, 'utf8'))))
}

/** Holidays and make-up days of every year a notice was published for. */
export function loadCalendars(folder: string = PACKS_FOLDER): YearDays[] {
  return jsonFiles(folder, 'calendars').map((file) => YearDays.parse(JSON.parse(readFileSync(file, 'utf8'))))
}

/** The hours a country or place usually keeps. */
export function loadUsualHours(place = 'cn', folder: string = PACKS_FOLDER): UsualHours {
  return UsualHours.parse(JSON.parse(readFileSync(join(folder, place, 'hours', 'usual.json'), 'utf8')))
}

/** What the service desk of a country or place promises. */
export function loadDeskRules(place = 'cn', folder: string = PACKS_FOLDER): DeskRules {
  return DeskRules.parse(JSON.parse(readFileSync(join(folder, place, 'desk', 'usual.json'), 'utf8')))
}

/** The words the lint works with in a country or place. */
export function loadLintWords(place = 'cn', folder: string = PACKS_FOLDER): LintWords {
  return LintWords.parse(JSON.parse(readFileSync(join(folder, place, 'words', 'lint.json'), 'utf8')))
}

/** The indicators that declarations of every place are written from. */
export function loadLibraryPacks(folder: string = PACKS_FOLDER): LibraryPack[] {
  return jsonFiles(folder, 'library').map((file) => LibraryPack.parse(JSON.parse(readFileSync(file, 'utf8'))))
}

/** Rows of real forms whose proof is counted. */
export function loadRowLists(folder: string = PACKS_FOLDER): RowList[] {
  return jsonFiles(folder, 'evidence').map((file) => RowList.parse(JSON.parse(readFileSync(file, 'utf8'))))
}

/** What proves each of those rows. */
export function loadBindingTables(folder: string = PACKS_FOLDER): BindingTable[] {
  return jsonFiles(folder, 'bindings').map((file) => BindingTable.parse(JSON.parse(readFileSync(file, 'utf8'))))
}

/** What states in words ask for, item by item. */
export function loadChecklistPacks(folder: string = PACKS_FOLDER): ChecklistPack[] {
  return jsonFiles(folder, 'checklists').map((file) => ChecklistPack.parse(JSON.parse(readFileSync(file, 'utf8'))))
}

/** What a check-up of a database calls a fault, and what to do about it. */
export function loadCheckupPack(place = 'cn', folder: string = PACKS_FOLDER): CheckupPack {
  return CheckupPack.parse(JSON.parse(readFileSync(join(folder, place, 'checkups', 'usual.json'), 'utf8')))
}

/** The days the law gives tenders, of every time it changed them. */
export function loadTenderRules(place = 'cn', folder: string = PACKS_FOLDER): TenderRules[] {
  const of = jsonFiles(folder, 'tenders').map((file) => TenderRules.parse(JSON.parse(readFileSync(file, 'utf8'))))
  return of.filter((one) => one.place === place)
}

/** How long a place keeps what probes answered. */
export function loadWatchRules(place = 'cn', folder: string = PACKS_FOLDER): WatchRules {
  return WatchRules.parse(JSON.parse(readFileSync(join(folder, place, 'watch', 'usual.json'), 'utf8')))
}

/** The words by which indicator names are compared. */
export function loadNameWords(place = 'cn', folder: string = PACKS_FOLDER): NameWords {
  return NameWords.parse(JSON.parse(readFileSync(join(folder, place, 'words', 'indicator-names.json'), 'utf8')))
}

/** The words by which a declaration is carried into the next year. */
export function loadRenewalWords(place = 'cn', folder: string = PACKS_FOLDER): RenewalWords {
  return RenewalWords.parse(JSON.parse(readFileSync(join(folder, place, 'words', 'renewal.json'), 'utf8')))
}

/** Filled forms of invented offices, one per template: for tests, for the documentation, for a first look. */
export function loadExamples(folder: string = PACKS_FOLDER): FormContent[] {
  const examples = join(folder, 'examples')
  const names = readdirSync(examples).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => FormContentSchema.parse(JSON.parse(readFileSync(join(examples, name), 'utf8'))))
}

function jsonFiles(folder: string, kind: string): string[] {
  return places(folder).flatMap((place) => {
    const kindFolder = join(folder, place, kind)
    const names = readdirSync(join(folder, place)).includes(kind) ? readdirSync(kindFolder) : []
    return names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(kindFolder, name))
  })
}

function places(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map((entry) => entry.name)
    .sort()
}
