import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown, type MenuProps } from 'antd'
import { api } from '#desk/api/client.ts'
import { useHandOut } from '#desk/kit/use-hand-out.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  official: { zh: '正式表', en: 'Official form' },
  see: { zh: '在屏幕上看', en: 'See it on screen' },
  docx: { zh: '导出 Word', en: 'Export as Word' },
  xlsx: { zh: '导出 Excel', en: 'Export as Excel' },
  pdf: { zh: '导出 PDF', en: 'Export as PDF' },
  unsaved: { zh: '有修改还没保存，保存后即可导出', en: 'Some changes are not saved yet; export them once they are' },
} as const

export type FileKind = 'docx' | 'xlsx' | 'pdf'
const KINDS: readonly FileKind[] = ['docx', 'xlsx', 'pdf']

/** 正式表 ▾, in the same place on every page of a form: the paper is one click away. */
export function OfficialForm({ formId, isSaved = true }: { readonly formId: string; readonly isSaved?: boolean }) {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const save = useSaveFile(formId)
  const items: NonNullable<MenuProps['items']> = [
    {
      key: 'see',
      label: say('see'),
      onClick: () => void navigate({ to: '/projects/forms/$formId/sheet', params: { formId } }),
    },
    ...KINDS.map((kind) => ({ key: kind, label: say(kind), onClick: () => save.mutate(kind) })),
  ]
  return (
    <Dropdown autoFocus menu={{ items }} trigger={['click']} disabled={!isSaved} placement="bottomRight">
      <Button
        loading={save.isPending}
        aria-haspopup="menu"
        title={isSaved ? undefined : say('unsaved')}
        data-official-form={formId}
      >
        {say('official')} <span aria-hidden>▾</span>
      </Button>
    </Dropdown>
  )
}

/** Hands the file to the browser; why it was not written is said in a sentence. */
export function useSaveFile(formId: string) {
  return useHandOut((as: FileKind) => api.performance.printForm({ id: formId, as }))
}
