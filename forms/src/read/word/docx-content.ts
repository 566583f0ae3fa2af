import type { BlockBuilder, CellSpans } from '../block-builder.ts'
import type { RawNote } from '../raw-document.ts'
import type { XmlHandler } from '../zip/xml-events.ts'
import { readSymbols } from './symbol-fonts.ts'

type Attributes = Readonly<Record<string, string>>
type Paragraph = { text: string; readonly line: number }
type Run = { font: string; hidden: boolean }
/** A content control; `mark` is the tick or box of a check box, shown in place of the control's own text. */
type Control = { mark: string | null; marked: boolean; placeholder: boolean; inContent: boolean }
type FormCheckBox = { checked: boolean }

const TICKED = '☑'
const UNTICKED = '□'
const COLUMNS_OF_ONE_CELL = 1_000

/** Deleted text, the other half of a choice, formatting before a tracked change, and phonetic guides are not read. */
const IGNORED = new Set([
  ...['w:del', 'w:moveFrom', 'w:rt', 'w:instrText', 'w:delText', 'w:delInstrText'],
  // Word 2003 keeps headers and notes inside the body; as a part of its own a header is read.
  ...['w:hdr', 'w:ftr', 'w:footnote', 'w:endnote'],
])
const CHANGE_RECORD = /^w:\w+Change$/
const TRACKED = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

/** Follows the elements of `word/document.xml` and hands paragraphs and tables to the builder. */
export class WordContent implements XmlHandler {
  readonly #builder: BlockBuilder
  readonly #path: string[] = []
  readonly #paragraphs: Paragraph[] = []
  readonly #runs: Run[] = []
  readonly #controls: Control[] = []
  readonly #choiceTaken: boolean[] = []
  readonly #spans: (CellSpans | null)[] = []
  #checkBox: FormCheckBox | null = null
  #prefix: string | null = null
  #ignoredDepth = 0
  #paragraphCount = 0
  #trackedChanges = 0
  #hiddenText = false

  constructor(builder: BlockBuilder) {
    this.#builder = builder
  }

  notes(): RawNote[] {
    const notes: RawNote[] = []
    if (this.#trackedChanges > 0) notes.push({ code: 'tracked-changes', parameters: { count: this.#trackedChanges } })
    if (this.#hiddenText) notes.push({ code: 'hidden-text-ignored', parameters: {} })
    return notes
  }

  readonly open = (fullName: string, attributes: Attributes): void => {
    this.#prefix ??= fullName.split(':')[0] ?? ''
    const name = this.#canonical(fullName)
    if (this.#ignoredDepth > 0) {
      this.#ignoredDepth += 1
      return
    }
    const parent = this.#path.at(-1) ?? ''
    if (TRACKED.has(name)) this.#trackedChanges += 1
    if (name === 'w:del' && parent === 'w:trPr') this.#builder.dropRow()
    if (this.#isIgnored(name)) {
      this.#ignoredDepth = 1
      return
    }
    this.#path.push(name)
    this.#openElement(name, parent, attributes)
  }

  readonly close = (): void => {
    if (this.#ignoredDepth > 0) {
      this.#ignoredDepth -= 1
      return
    }
    this.#closeElement(this.#path.pop() ?? '')
  }

  readonly text = (text: string): void => {
    if (this.#ignoredDepth === 0 && this.#path.at(-1) === 'w:t') {
      this.#append(readSymbols(text, this.#runs.at(-1)?.font ?? ''))
    }
  }

  #isIgnored(name: string): boolean {
    if (name === 'mc:Fallback') return this.#choiceTaken.at(-1) === true
    return (IGNORED.has(name) && this.#path.length > 0) || CHANGE_RECORD.test(name)
  }

  #openElement(name: string, parent: string, attributes: Attributes): void {
    switch (name) {
      case 'w:p':
        this.#paragraphCount += 1
        this.#paragraphs.push({ text: '', line: this.#paragraphCount })
        return
      case 'w:r':
        this.#runs.push({ font: '', hidden: false })
        return
      case 'mc:AlternateContent':
        this.#choiceTaken.push(false)
        return
      case 'mc:Choice':
        this.#choiceTaken[this.#choiceTaken.length - 1] = true
        return
      default:
        if (parent === 'w:r') this.#openInRun(name, attributes)
        else if (parent === 'w:rPr') this.#openRunProperty(name, attributes)
        else if (!this.#openTablePart(name, attributes)) this.#openControlPart(name, attributes)
    }
  }

  #openInRun(name: string, attributes: Attributes): void {
    if (name === 'w:tab' || name === 'w:ptab') this.#append('\t')
    else if (name === 'w:br' || name === 'w:cr') this.#append('\n')
    else if (name === 'w:noBreakHyphen') this.#append('-')
    else if (name === 'w:sym') this.#append(symbol(this.#value(attributes, 'char'), this.#value(attributes, 'font')))
  }

  #openRunProperty(name: string, attributes: Attributes): void {
    const run = this.#path.at(-3) === 'w:r' ? this.#runs.at(-1) : undefined
    if (!run) return
    if (name === 'w:rFonts') run.font = this.#value(attributes, 'ascii') ?? this.#value(attributes, 'hAnsi') ?? ''
    if (name === 'w:vanish') run.hidden = isOn(this.#value(attributes, 'val'))
  }

  #openTablePart(name: string, attributes: Attributes): boolean {
    const spans = this.#spans.at(-1)
    const value = this.#value(attributes, 'val')
    switch (name) {
      case 'w:tbl':
        this.#builder.openTable()
        return true
      case 'w:tr':
        this.#builder.openRow(this.#paragraphCount + 1)
        return true
      case 'w:tc':
        this.#spans.push(this.#builder.openCell(this.#paragraphCount + 1))
        return true
      case 'w:gridBefore':
      case 'w:gridAfter':
        for (let skipped = columnsOf(value); skipped > 0; skipped -= 1) this.#builder.openCell(null)
        this.#builder.closeCell()
        return true
      case 'w:gridSpan':
        if (spans) spans.columns = columnsOf(value)
        return true
      case 'w:vMerge':
      case 'w:vmerge':
        if (spans && value !== 'restart') spans.continues = 'up'
        return true
      case 'w:hMerge':
      case 'w:hmerge':
        if (spans && value !== 'restart') spans.continues = 'left'
        return true
      default:
        return false
    }
  }

  #openControlPart(name: string, attributes: Attributes): void {
    const control = this.#controls.at(-1)
    const value = this.#value(attributes, 'val')
    if (name === 'w:sdt') this.#controls.push({ mark: null, marked: false, placeholder: false, inContent: false })
    else if (name === 'w:sdtContent' && control) control.inContent = true
    else if (name === 'w:showingPlcHdr' && control) control.placeholder = isOn(value)
    else if (name === 'w14:checkbox' && control) control.mark ??= UNTICKED
    else if (name === 'w14:checked' && control) control.mark = isOn(attributes['w14:val']) ? TICKED : UNTICKED
    else if (name === 'w:checkBox') this.#checkBox = { checked: false }
    else if ((name === 'w:default' || name === 'w:checked') && this.#checkBox) this.#checkBox.checked = isOn(value)
  }

  #closeElement(name: string): void {
    switch (name) {
      case 'w:p': {
        const paragraph = this.#paragraphs.pop()
        if (paragraph) this.#builder.addText(paragraph.text, paragraph.line)
        return
      }
      case 'w:r':
        this.#runs.pop()
        return
      case 'w:sdt':
        this.#controls.pop()
        return
      case 'mc:AlternateContent':
        this.#choiceTaken.pop()
        return
      case 'w:checkBox':
        this.#append(this.#checkBox?.checked ? TICKED : UNTICKED)
        this.#checkBox = null
        return
      case 'w:tc':
        this.#spans.pop()
        this.#builder.closeCell()
        return
      case 'w:tr':
        this.#builder.closeRow()
        return
      case 'w:tbl':
        this.#builder.closeTable()
        return
      default:
    }
  }

  #append(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (!paragraph) return
    if (this.#runs.at(-1)?.hidden) {
      this.#hiddenText = true
      return
    }
    const control = this.#controls.findLast(({ inContent, mark, placeholder }) => inContent && (mark || placeholder))
    if (!control) paragraph.text += text.replaceAll('\u00ad', '')
    else if (control.mark && !control.marked) paragraph.text += control.mark
    if (control) control.marked = true
  }

  /** `w:` is the usual prefix of Word's namespace, not the only possible one. */
  #canonical(name: string): string {
    return this.#prefix !== 'w' && name.startsWith(`${this.#prefix}:`) ? `w:${name.slice(name.indexOf(':') + 1)}` : name
  }

  #value(attributes: Attributes, name: string): string | undefined {
    return attributes[`${this.#prefix}:${name}`]
  }
}

/** A switch without a value is on. */
function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off'].includes(value)
}

function columnsOf(value: string | undefined): number {
  const columns = Number(value ?? 1)
  return Number.isInteger(columns) ? Math.min(Math.max(columns, 1), COLUMNS_OF_ONE_CELL) : 1
}

/** `char` is a code point in hexadecimal. */
function symbol(char: string | undefined, font: string | undefined): string {
  const point = Number.parseInt(char ?? '', 16)
  if (!(point > 0 && point <= 0x10ffff)) return ''
  const mark = readSymbols(String.fromCodePoint(point), font ?? '')
  return /^[\ue000-\uf8ff]$/u.test(mark) ? '' : mark
}
