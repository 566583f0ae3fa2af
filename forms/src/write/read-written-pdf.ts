import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type PlacedText = { readonly text: string; readonly xMm: number; readonly yMm: number }

export type WrittenPage = {
  readonly widthMm: number
  readonly heightMm: number
  /** By the structure of the document, which is the order one hears it read; then what repeats on every page. */
  readonly texts: readonly PlacedText[]
}

const MM_PER_PT = 25.4 / 72
type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

/** What another program finds in the file: the pages, their text, and where it stands from the top left corner. */
export async function readWrittenPdf(pdf: Uint8Array): Promise<WrittenPage[]> {
  const loading = getDocument({ data: pdf.slice(), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false })
  const document = await loading.promise
  try {
    const pages: WrittenPage[] = []
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await readPage(await document.getPage(number)))
    return pages
  } finally {
    await loading.destroy()
  }
}

async function readPage(page: Page): Promise<WrittenPage> {
  const { width, height } = page.getViewport({ scale: 1 })
  const marked = await readMarkedTexts(page, height)
  const texts = orderOf(await page.getStructTree()).flatMap((id) => marked.get(id) ?? [])
  return {
    widthMm: width * MM_PER_PT,
    heightMm: height * MM_PER_PT,
    texts: [...texts, ...(marked.get(UNMARKED) ?? [])],
  }
}

const UNMARKED = ''

async function readMarkedTexts(page: Page, height: number): Promise<Map<string, PlacedText[]>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const texts = new Map<string, PlacedText[]>()
  const open: string[] = []
  for (const item of items) {
    if ('str' in item) {
      const [, , , , x, y] = item.transform
      const id = open.at(-1) ?? UNMARKED
      // The reader invents blanks where pieces stand apart; they are not in the file.
      if (item.str.trim() === '') continue
      texts.set(id, [...(texts.get(id) ?? []), { text: item.str, xMm: x * MM_PER_PT, yMm: (height - y) * MM_PER_PT }])
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? UNMARKED)
  }
  return texts
}

type Structure = NonNullable<Awaited<ReturnType<Page['getStructTree']>>>

function orderOf(node: Structure | Structure['children'][number] | null): string[] {
  if (node === null) return []
  return 'children' in node ? node.children.flatMap(orderOf) : [node.id]
}
