import { fillText } from './fill-text.ts'
import type { FormContent } from './form-content.ts'
import type { FormTemplate, TemplateBlock } from './form-template.ts'
import type { LaidBlock, LaidForm } from './laid-form.ts'
import { layOutTable, styleOf } from './lay-out-table.ts'
import { placeItems } from './repeat-items.ts'

/** The sheet filled with the content: what every renderer draws. Pure; text stays text, nothing is escaped. */
export function layOutForm(template: FormTemplate, content: FormContent): LaidForm {
  return {
    title: [content.project, template.name.zh].filter((part) => part !== '').join(' '),
    page: template.page,
    blocks: template.blocks.flatMap((block) => layOutBlock(block, template, content)),
  }
}

function layOutBlock(block: TemplateBlock, template: FormTemplate, content: FormContent): LaidBlock[] {
  switch (block.kind) {
    case 'page-break':
      return [block]
    case 'paragraph': {
      const { text, bind } = fillText(block.text, { content, item: null })
      return [{ kind: 'paragraph', text, bind, style: styleOf(template, block.style) }]
    }
    case 'table': {
      if (block.repeat === undefined) return [layOutTable(block, { template, content, part: null })]
      const parts = placeItems(content, block.repeat)
      return parts.map((part) => layOutTable(block, { template, content, part }))
    }
  }
}
