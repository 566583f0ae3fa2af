import { FormId } from '@shiji/contract/performance'
import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { useLife } from '#desk/life/life-light.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import { useArchive } from './use-archive.ts'

const WORDS = {
  archive: { zh: '归档', en: 'Archive' },
  take: { zh: '下载档案包', en: 'Download the bundle' },
  sure: { zh: '归档这一年？', en: 'Archive this year?' },
  final: {
    zh: '归档后这一年的表、监控、自评和复核都不再改动。',
    en: 'After it, the forms, monitoring, self-evaluation and re-evaluation of the year change no more.',
  },
} as const

/** The one next step of a year: archive it when it may be, take its bundle when it is. */
export function ArchiveAction({ formId }: { readonly formId: string }) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const [modal, questions] = Modal.useModal()
  const mayWrite = useMay('performance.write')
  const id = FormId.parse(formId)
  const life = useLife(formId)
  const archive = useArchive(formId, life.data?.state === 'archived')
  const onError = (problem: Error) => message.error(problem.message)
  const take = useHandOut(() => api.archive.takeArchive({ id }))
  const make = useMutation({
    mutationFn: () => api.archive.archiveDeclaration({ id }),
    onSuccess: (made) => {
      queryClient.setQueryData(queries.archive.readArchive.queryKey({ input: { id } }), made)
      return queryClient.invalidateQueries({ queryKey: queries.declarationLife.key() })
    },
    onError,
  })
  const ask = () =>
    void modal.confirm({ title: say('sure'), content: say('final'), onOk: () => make.mutateAsync().catch(() => null) })

  if (archive.data !== undefined) {
    return (
      <Button type="primary" loading={take.isPending} onClick={() => take.mutate()}>
        {say('take')}
      </Button>
    )
  }
  // An ended year without its bundle: the server was stopped between the two.
  const isUnpacked = life.data?.state === 'archived' && archive.error !== null
  if (!mayWrite || !(isUnpacked || life.data?.deeds.includes('archive'))) return null
  return (
    <>
      {questions}
      <Button type="primary" loading={make.isPending} onClick={ask}>
        {say('archive')}
      </Button>
    </>
  )
}
