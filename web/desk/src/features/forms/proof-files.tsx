import { DocumentId } from '@shiji/contract/documents'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { sendFile } from '#desk/api/send-file.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { useWords } from '#desk/words/use-words.ts'
import './monitoring/monitoring.css'

const WORDS = {
  add: { zh: '添加文件', en: 'Add a file' },
  sending: { zh: '正在上传…', en: 'Uploading …' },
  remove: { zh: '移除 {name}', en: 'Remove {name}' },
} as const

export type ProofFile = { readonly id: DocumentId; readonly name: string }

type ProofFilesProps = {
  /** What the files prove; names the button for those who do not see the page. */
  readonly about: string
  readonly files: readonly ProofFile[]
  readonly onChange: (files: readonly ProofFile[]) => void
}

/** The files that go with an answer or a row: brought at once, taken off again by their name. */
export function ProofFiles({ about, files, onChange }: ProofFilesProps) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const bring = useMutation<ProofFile, ProblemError, File>({
    mutationFn: async (file) => {
      const { id } = await sendFile(file, () => undefined)
      return { id: DocumentId.parse(id), name: file.name }
    },
    onSuccess: (file) => onChange([...files.filter(({ id }) => id !== file.id), file]),
    onError: (problem) => message.error(problem.detail),
  })
  return (
    <span className="life-files">
      {files.map(({ id, name }) => (
        <span key={id}>
          {name}
          <Button
            type="text"
            size="small"
            aria-label={say('remove', { name })}
            onClick={() => onChange(files.filter((file) => file.id !== id))}
          >
            ✕
          </Button>
        </span>
      ))}
      <label>
        {bring.isPending ? say('sending') : say('add')}
        <span className="visually-hidden"> {about}</span>
        <input
          type="file"
          className="visually-hidden"
          disabled={bring.isPending}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file !== undefined) bring.mutate(file)
            target.value = ''
          }}
        />
      </label>
    </span>
  )
}
