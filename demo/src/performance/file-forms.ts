import { type FormId, performance } from '@shiji/contract/performance'
import { applyEdits, type CellEdit } from '@shiji/kernel/form/apply-edits'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { DemoServer } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { type DemoPerson, PEOPLE, whoIs } from '../people.ts'
import { signIn } from '../sign-in.ts'
import { type Correction, FILINGS, type Filing } from './filings.ts'
import { fillForm } from './forms.ts'
import { liveOn } from './live-life.ts'
import { LIVES, type Life } from './lives.ts'

/** Three years of declarations and self-evaluations and what became of them, each deed on its day. */
export async function fileForms(server: DemoServer): Promise<void> {
  const filed = new Map<Filing, FormId>()
  const idOf = (life: Life) => filed.get(FILINGS.find((filing) => isOf(life, filing)) as Filing)
  const deeds = FILINGS.flatMap((filing) => [
    { on: filing.on, act: async () => void filed.set(filing, await handIn(server, filing)) },
    ...(filing.corrections ?? []).map((correction) => ({
      on: correction.on,
      act: () => correct(server, { id: filed.get(filing), office: filing.office, correction }),
    })),
  ]).concat(
    LIVES.flatMap((life) =>
      life.deeds.map((deed) => ({
        on: deed.on,
        act: () => liveOn({ server, life, id: filedId(idOf(life), life) }, deed),
      })),
    ),
  )
  for (const { act } of deeds.toSorted((left, right) => left.on.localeCompare(right.on))) await act()
}

function isOf({ form, year, office }: Life, filing: Filing): boolean {
  return filing.form === form && filing.year === year && filing.office === office
}

function filedId(id: FormId | undefined, { form, year }: Life): FormId {
  if (id === undefined) throw new Error(`${form} of ${year} lives before it is handed in`)
  return id
}

async function handIn(server: DemoServer, filing: Filing): Promise<FormId> {
  const contact = whoIs(filing.office, 'project-contact')
  const browser = await signIn(server, contact, officeTime(filing.on, '09:20'))
  const content = contentOf(filing, contact)
  const form = await browser.ask(performance.createForm, { content, documentId: null }, officeTime(filing.on, '09:41'))
  return form.id
}

/** The form as the contact handed it in, slips and all. */
export function contentOf(filing: Filing, contact: DemoPerson): FormContent {
  const { form, year, office, on, slips = [] } = filing
  const leader = PEOPLE.find((one) => one.office === office && one !== contact)?.name ?? ''
  const content = fillForm(form, { year, filed: on, leader, contact: contact.name, school: office })
  const outcome = applyEdits(content, slips, { isKnown: () => true, since: [] })
  if (!outcome.ok || outcome.value.applied.length < slips.length) throw new Error(`a slip misses its cell in ${form}`)
  return outcome.value.content
}

type Correcting = { readonly id: FormId | undefined; readonly office: string; readonly correction: Correction }

async function correct(server: DemoServer, { id, office, correction: { on, by, edits } }: Correcting): Promise<void> {
  if (id === undefined) throw new Error(`corrected on ${on} before it was handed in`)
  const browser = await signIn(server, whoIs(office, by), officeTime(on, '14:05'))
  const { version } = await browser.ask(performance.openForm, { id }, officeTime(on, '14:06'))
  const saved = await browser.ask(performance.editCells, { id, version, edits }, officeTime(on, '14:12'))
  requireSaved(saved.conflicts, edits)
}

function requireSaved(conflicts: readonly unknown[], edits: readonly CellEdit[]): void {
  if (conflicts.length > 0) throw new Error(`a correction misses its cell: ${JSON.stringify(edits)}`)
}
