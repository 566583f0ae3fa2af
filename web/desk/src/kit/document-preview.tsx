import { DocumentId } from '@shiji/contract/documents'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { api, queries } from '#desk/api/client.ts'
import { handOut } from '#desk/kit/hand-out.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { useWords } from '#desk/words/use-words.ts'
import './document-preview.css'

const WORDS = {
  save: { zh: '下载原件', en: 'Download the file' },
  cut: { zh: '只显示开头部分，全文请下载。', en: 'Only the beginning is shown; download the file for all of it.' },
} as const

type DocumentPreviewProps = { readonly id: string; readonly open: boolean; readonly onClose: () => void }

/** A file that was brought, to be looked at beside the page: its texts and tables, or the picture it is. */
export function DocumentPreview({ id, open, onClose }: DocumentPreviewProps) {
  const say = useWords(WORDS)
  const input = { id: DocumentId.parse(id) }
  const preview = useQuery(queries.documents.previewDocument.queryOptions({ input, enabled: open }))
  const name = preview.data?.name ?? ''
  const download = (
    <Button onClick={() => void api.documents.readDocument({ id }).then((file) => handOut(file, name))}>
      {say('save')}
    </Button>
  )
  return (
    <Drawer {...{ open, onClose }} title={name} size={640} extra={download}>
      {open ? (
        <Loaded query={preview}>
          {(seen) => {
            switch (seen.kind) {
              case 'none':
                return <p>{seen.sentence}</p>
              case 'picture':
                return <Picture {...{ id, name }} mediaType={seen.mediaType} />
              case 'text':
                return (
                  <>
                    {seen.blocks.map((block, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a file are known by their order
                      <PreviewBlock key={at} block={block} />
                    ))}
                    {seen.isCut ? <p className="small">{say('cut')}</p> : null}
                  </>
                )
            }
          }}
        </Loaded>
      ) : null}
    </Drawer>
  )
}

type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

function PreviewBlock({ block }: { readonly block: Block }) {
  if (block.kind === 'text') return <p>{block.text}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <div className="document-table" tabIndex={0}>
      <table>
        <tbody>
          {block.rows.map((cells, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are known by their order
            <tr key={at}>
              {cells.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a row are known by their place
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type PictureProps = { readonly id: string; readonly name: string; readonly mediaType: string }

/** The file leaves the server as bytes; the page alone makes a picture of them. */
function Picture({ id, name, mediaType }: PictureProps) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let gone = false
    void api.documents.readDocument({ id }).then((file) => {
      if (gone) return
      made = URL.createObjectURL(new Blob([file], { type: mediaType }))
      setAddress(made)
    })
    return () => {
      gone = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [id, mediaType])
  return address === null ? null : <img className="document-picture" src={address} alt={name} />
}
