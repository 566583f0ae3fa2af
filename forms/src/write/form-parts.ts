import type { LaidBlock, LaidForm } from '@shiji/kernel/form/laid-form'

export type LaidParagraph = Extract<LaidBlock, { kind: 'paragraph' }>
export type DrawnBlock = Exclude<LaidBlock, { kind: 'page-break' }>

/** A form is cut into parts where a page is broken by will; a part is a worksheet. */
export function partsOf(form: LaidForm): readonly (readonly DrawnBlock[])[] {
  const parts: DrawnBlock[][] = [[]]
  for (const block of form.blocks) {
    if (block.kind === 'page-break') parts.push([])
    else parts.at(-1)?.push(block)
  }
  const drawn = parts.filter((part) => part.length > 0)
  return drawn.length > 0 ? drawn : [[]]
}

/** A sheet's own title: set centred in the title face, or saying what the whole form is called. */
export function isTitle({ text, style }: LaidParagraph, form: LaidForm): boolean {
  return text.trim() !== '' && (text === form.title || (style.font === '小标宋' && style.align === 'center'))
}
