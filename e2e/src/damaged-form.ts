import { readFile } from 'node:fs/promises'
import { writeDocx } from '@shiji/forms/write/write-docx'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import type { LaidBlock } from '@shiji/kernel/form/laid-form'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { loadFormTemplates } from '@shiji/packs/load-packs'

const EXAMPLES = new URL('../../packs/examples/', import.meta.url)

type Example = { readonly content: FormContent; readonly template: FormTemplate }

export async function loadExample(name: string): Promise<Example> {
  const content = FormContentSchema.parse(JSON.parse(await readFile(new URL(`${name}.json`, EXAMPLES), 'utf8')))
  const template = loadFormTemplates().find(({ id, edition }) => id === content.template && edition === content.edition)
  if (template === undefined) throw new Error(`no sheet for ${name}`)
  return { content, template }
}

/** The form as Word writes it; `typed` are cells by their address that somebody typed over. */
export async function writeExample({ content, template }: Example, typed: Texts): Promise<Buffer> {
  const laid = layOutForm(template, content)
  const blocks = laid.blocks.map((block) => withTexts(block, typed))
  return Buffer.from(await writeDocx({ ...laid, blocks }))
}

type Texts = Readonly<Record<string, string>>

function withTexts(block: LaidBlock, typed: Texts): LaidBlock {
  if (block.kind !== 'table') return block
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, text: typed[cell.bind ?? ''] ?? cell.text })),
  }))
  return { ...block, rows }
}
