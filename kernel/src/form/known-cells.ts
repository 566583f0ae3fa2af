import type { CellAddress } from './cell-address.ts'
import { parseCellText } from './cell-text.ts'
import { splitAddress } from './content-value.ts'
import type { FormContent } from './form-content.ts'
import type { FormTemplate } from './form-template.ts'

/** Which places a form has: those of its sheet, and those its content already fills. */
export function knownCells(template: FormTemplate | null, content: FormContent): (address: CellAddress) => boolean {
  const fields = new Set([...(template?.fields ?? []).map(({ key }) => key), ...Object.keys(content.fields)])
  const money = new Set([...(template?.money ?? []).map(({ key }) => key), ...Object.keys(content.money)])
  const open = new Set([
    ...openNames(template),
    ...content.parts.flatMap((part) => Object.keys(part.fields)),
    ...content.safeguards.flatMap((safeguard) => Object.keys(safeguard.phases)),
  ])
  return (address) => {
    if (address.kind === 'field') return fields.has(address.key)
    if (address.kind === 'money') return money.has(address.key)
    return address.kind === 'cell' && address.key !== null ? open.has(address.key) : true
  }
}

/** `{.责任人}` and `{.phases.实施阶段}`: the names a sheet prints in the rows of parts and safeguards. */
function openNames(template: FormTemplate | null): string[] {
  const tables = (template?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? [block] : []))
  return tables
    .flatMap((table) => table.rows.flatMap((row) => row.cells))
    .flatMap((cell) => parseCellText(cell.text))
    .flatMap((part) => (part.kind === 'placeholder' && part.address.startsWith('.') ? [part.address.slice(1)] : []))
    .map((property) => (property.startsWith('phases.') ? splitAddress(property)[1] : property))
}
