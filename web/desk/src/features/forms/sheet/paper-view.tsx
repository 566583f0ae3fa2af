import { REFUSALS } from '@shiji/contract/refusals'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { ProblemError, problemOf } from '#desk/api/problem-error.ts'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { type FileKind, useSaveFile } from './official-form.tsx'

const WORDS = {
  frame: { zh: '正式表', en: 'Official form' },
  docx: { zh: '导出 Word', en: 'Export as Word' },
  xlsx: { zh: '导出 Excel', en: 'Export as Excel' },
  pdf: { zh: '导出 PDF', en: 'Export as PDF' },
  print: { zh: '打印', en: 'Print' },
} as const

const KINDS: readonly FileKind[] = ['docx', 'xlsx', 'pdf']
/** A4 with the room around it that the sheet draws on a screen. */
const PAPER_PX = 860

type PaperViewProps = {
  readonly formId: string
  readonly version: number
  /** The page is about something else, which has the primary action. */
  readonly isBeside?: boolean
}

/** The print view of the server in a frame that runs nothing, as large as its paper and never wider than the page. */
export function PaperView({ formId, version, isBeside = false }: PaperViewProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState<number | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const { desk, scale } = useScale()
  const save = useSaveFile(formId)

  const measure = () => {
    const page = frame.current?.contentDocument
    if (page === null || page === undefined || page.URL === 'about:blank') return
    if (page.contentType === 'text/html') setHeight(page.documentElement.scrollHeight)
    else setProblem(problemIn(page.body.textContent, language))
  }
  if (problem !== null) return <StateBlock state={{ kind: 'error', problem, retry: () => setProblem(null) }} />
  return (
    <div className="paper" ref={desk}>
      <div className="paper-tools">
        {KINDS.map((kind) => (
          <Button
            key={kind}
            type={kind === 'docx' && !isBeside ? 'primary' : 'default'}
            loading={save.isPending && save.variables === kind}
            onClick={() => save.mutate(kind)}
          >
            {say(kind)}
          </Button>
        ))}
        <Button disabled={height === null} onClick={() => frame.current?.contentWindow?.print()}>
          {say('print')}
        </Button>
      </div>
      {height === null ? <StateBlock state={{ kind: 'loading', rows: 12 }} /> : null}
      <div className="paper-window" style={{ height: (height ?? 0) * scale }}>
        <iframe
          ref={frame}
          title={say('frame')}
          // No scripts: the frame may be measured and printed by this page and does nothing by itself.
          sandbox="allow-same-origin allow-modals"
          src={`/api/forms/${formId}/print/html?version=${version}`}
          style={{ width: PAPER_PX, height: height ?? 0, transform: `scale(${scale})` }}
          onLoad={measure}
        />
      </div>
    </div>
  )
}

/** How far the paper must shrink to fit the page. */
function useScale() {
  const desk = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)
  useEffect(() => {
    const { current } = desk
    if (current === null) return
    const observer = new ResizeObserver(([entry]) =>
      setScale(Math.min(1, (entry?.contentRect.width ?? PAPER_PX) / PAPER_PX)),
    )
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return { desk, scale }
}

/** The refusal that came instead of the page. */
function problemIn(text: string | null, language: 'zh' | 'en'): ProblemError {
  try {
    const body = JSON.parse(text ?? '') as Partial<ProblemError>
    if (body.code !== undefined && body.code in REFUSALS) {
      const { code, detail = '', parameters = {}, requestId = null } = body
      return new ProblemError({ code, detail, parameters, requestId })
    }
  } catch {
    // Not a refusal of ours: the server could not be reached.
  }
  return problemOf(null, language)
}
