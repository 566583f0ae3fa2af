import { editsToPartOf, plainText } from '../compare-texts.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import type { LintInput } from '../lint-input.ts'

/** Shorter names are near everything. */
const SHORTEST_NAME = 5
/** 智慧教育云办公 / 智能教育办公云 is three edits in eleven characters. */
const LARGEST_SHARE = 0.3

/** A001-6, A002-4-3: nearly the project's name, and not it. */
export function projectNames(input: LintInput): LintFinding[] {
  const { form } = input
  const core = coreName(form.project)
  if ([...core].length < SHORTEST_NAME) return []
  const names = [
    ...form.lines.map((line, index) => ({ name: line.item, where: `lines[${index}].item` })),
    ...form.parts.map((part, index) => ({ name: part.name, where: `parts[${index}].name` })),
  ]
  const near = names.filter(({ name }) => isNear(core, plainText(name)))
  return [...nearNames(near, form.project), ...foreignLines(input, core)]
}

function nearNames(near: readonly { name: string; where: string }[], project: string): LintFinding[] {
  const told = new Set<string>()
  return near.flatMap(({ name, where }) => {
    const stem = name.replace(/\d+$/, '')
    if (told.has(stem)) return []
    told.add(stem)
    return [finding('name-nearly-equal', where, { name, project })]
  })
}

function foreignLines({ form }: LintInput, core: string): LintFinding[] {
  return form.lines.flatMap((line, index) => {
    const name = plainText(line.project)
    const same = name === '' || name.includes(core) || core.includes(coreName(line.project))
    const parameters = { name: line.project, project: form.project }
    return same ? [] : [finding('line-project-differs', `lines[${index}].project`, parameters)]
  })
}

function isNear(core: string, name: string): boolean {
  if (name.includes(core) || core.includes(name)) return false
  const edits = editsToPartOf(core, name)
  return edits > 0 && edits <= Math.floor([...core].length * LARGEST_SHARE)
}

/** The name without its brackets, year and the word 项目: what the lines and sub-projects repeat. */
export function coreName(project: string): string {
  return plainText(project.replace(/[（(][^（）()]{0,40}[）)]/g, '').replace(/20\d\d年?/g, '')).replace(/项目$/, '')
}
