import type { ArchiveReply } from '@shiji/contract/archive'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { LifeLight, useLife } from '#desk/life/life-light.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { FormHead } from '../sheet/form-head.tsx'
import '../forms.css'
import { ArchiveAction } from './archive-action.tsx'
import { useArchive } from './use-archive.ts'

const WORDS = {
  early: { zh: '还不能归档', en: 'Not to be archived yet' },
  earlyAbout: {
    zh: '自评审核通过以后，这里把全年的表、数据、意见和附件打成一个档案包。',
    en: 'Once the self-evaluation has passed its desks, the forms, data, opinions and files of the year become one bundle here.',
  },
  ready: { zh: '可以归档了', en: 'Ready to be archived' },
  readyAbout: {
    zh: '归档后这一年不再改动。档案包不用本系统也能打开和核对。',
    en: 'Nothing of the year changes after it. The bundle opens and is verified without this product.',
  },
  caption: { zh: '档案包里的文件', en: 'Files of the bundle' },
  path: { zh: '文件', en: 'File' },
  bytes: { zh: '字节', en: 'Bytes' },
  hash: { zh: 'SHA-256', en: 'SHA-256' },
  made: { zh: '{by} 于 {at} 归档，{files} 个文件', en: 'Archived by {by} at {at}, {files} files' },
  sums: {
    zh: '清单 SHA256SUMS 的摘要值，已记在账里，核对时以它为准：',
    en: 'The hash of the list SHA256SUMS, as it stands in the ledger; a bundle is compared with it:',
  },
} as const

type Archive = z.infer<typeof ArchiveReply>

/** 归档: the bundle of a project's year, or what has to happen before it. */
export function ArchivePage() {
  const { formId } = useParams({ from: '/desk/projects/forms/$formId/archive' })
  const opened = useQuery(queries.performance.openForm.queryOptions({ input: { id: formId } }))
  return (
    <Loaded query={opened}>
      {(form) => (
        <>
          <FormHead
            form={form}
            about={<LifeLight formId={form.id} />}
            action={form.content.stage === 'declaration' ? <ArchiveAction formId={form.id} /> : undefined}
          />
          <Bundle formId={form.id} />
        </>
      )}
    </Loaded>
  )
}

function Bundle({ formId }: { readonly formId: string }) {
  const say = useWords(WORDS)
  const life = useLife(formId)
  const archive = useArchive(formId, life.data?.state === 'archived')
  const ready = <StateBlock state={{ kind: 'empty', title: say('ready'), about: say('readyAbout') }} />
  return (
    <Loaded query={life}>
      {({ state, deeds }) => {
        if (state !== 'archived') {
          if (deeds.includes('archive')) return ready
          return <StateBlock state={{ kind: 'empty', title: say('early'), about: say('earlyAbout') }} />
        }
        if (archive.error?.code === 'not-found') return ready
        return <Loaded query={archive}>{(kept) => <Contents archive={kept} />}</Loaded>
      }}
    </Loaded>
  )
}

function Contents({ archive }: { readonly archive: Archive }) {
  const say = useWords(WORDS)
  const { files, madeAt, madeBy, sumsSha256 } = archive
  const columns: readonly Column<Archive['files'][number]>[] = [
    { key: 'path', title: say('path'), width: '45%', cell: ({ path }) => path },
    { key: 'bytes', title: say('bytes'), kind: 'number', width: '15%', cell: ({ bytes }) => bytes.toLocaleString() },
    { key: 'hash', title: say('hash'), cell: ({ sha256 }) => <code className="hash">{sha256}</code> },
  ]
  return (
    <>
      <p>{say('made', { by: madeBy, at: formatMoment(madeAt), files: files.length })}</p>
      <p className="small">
        {say('sums')} <code className="hash">{sumsSha256}</code>
      </p>
      <DataTable caption={say('caption')} columns={columns} rows={files} keyOf={({ path }) => path} />
    </>
  )
}
