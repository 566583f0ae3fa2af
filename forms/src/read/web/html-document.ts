import { Parser } from 'htmlparser2'
import { BlockBuilder } from '../block-builder.ts'
import { CellBudget } from '../dense-table.ts'
import type { RawDocument } from '../raw-document.ts'
import type { ReadLimits } from '../read-limits.ts'
import { refuseReading } from '../read-problem.ts'
import type { ReadTask } from '../read-task.ts'
import { decodeText } from '../text/decode-text.ts'
import { HtmlContent } from './html-content.ts'

/** Sloppy pages leave paragraphs open in every cell; this many open elements no page has. */
const OPEN_ELEMENTS = 4_096

export async function readHtmlFile({ bytes, limits }: ReadTask): Promise<RawDocument> {
  return readHtml(decodeText(bytes), { limits, budget: new CellBudget(limits) })
}

/** Web pages, Word's "filtered HTML" and the HTML that Excel and many portals save as .xls. */
export function readHtml(
  html: string,
  bounds: { readonly limits: ReadLimits; readonly budget: CellBudget },
): RawDocument {
  const builder = new BlockBuilder(bounds.budget, bounds.limits)
  const content = new HtmlContent(builder)
  const lineAt = lineCounter(html)
  let depth = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1
      if (depth > OPEN_ELEMENTS) refuseReading('too-deep', { limit: OPEN_ELEMENTS })
      content.open(name, attributes, lineAt(parser.startIndex))
    },
    onclosetag: (name) => {
      depth -= 1
      content.close(name)
    },
    ontext: (text) => content.text(text, lineAt(parser.startIndex)),
  })
  parser.end(html)
  content.finish()

  return { format: 'html', blocks: builder.finish(), notes: content.notes() }
}

/** The line of a place in the text, counted from 1; places are asked for in rising order. */
function lineCounter(text: string): (index: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return (index) => {
    while (next !== -1 && next < index) {
      line += 1
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}
