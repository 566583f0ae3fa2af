import { say as sayIn } from '@shiji/kernel/wording'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Light } from '#desk/kit/light.tsx'
import { STAGE_WORDS } from '#desk/life/stage-words.ts'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import type { ReadForm } from './file-reading.ts'
import type { BroughtFile, BroughtState } from './use-brought-files.ts'

const WORDS = {
  sending: { zh: '正在上传…', en: 'Uploading …' },
  sent: { zh: '正在上传…已传 {percent}%', en: 'Uploading … {percent}% sent' },
  reading: { zh: '正在读表…', en: 'Reading the forms …' },
  found: { zh: '读出 {count} 份表', en: '{count} forms found' },
  none: {
    zh: '这个文件里没有认出绩效表。没有保存任何东西。请确认是申报表、审核表、修订表或自评表；扫描件请先转成可复制文字的文件。',
    en: 'No performance form was recognised in this file. Nothing was saved. Check that it is a declaration, review, revision or self-evaluation; make scans searchable first.',
  },
  again: { zh: '再试一次', en: 'Try again' },
  unnamed: { zh: '（表上没有项目名称）', en: '(the form names no project)' },
  facts: { zh: '{year} {stage} · {rows} 项指标', en: '{year} {stage} · {rows} indicators' },
  noYear: { zh: '年度未写', en: 'no year' },
  doubts: { zh: '{count} 处要核对', en: '{count} places to check' },
  clear: { zh: '没有疑问', en: 'Nothing in doubt' },
  calibre: {
    zh: '疑问是读表时做了修补或没有把握的地方，逐处由人确认',
    en: 'Doubts are places the reader repaired or was not sure of; a person confirms each',
  },
  review: { zh: '核对', en: 'Check' },
  reviewNamed: { zh: '核对“{project}”', en: 'Check "{project}"' },
} as const

type BroughtFileCardProps = { readonly file: BroughtFile; readonly onAgain: () => void }

export function BroughtFileCard({ file, onAgain }: BroughtFileCardProps) {
  return (
    <article className="card brought-file">
      <h2>{file.name}</h2>
      <div className="card-body">
        <FileState state={file.state} onAgain={onAgain} />
      </div>
    </article>
  )
}

function FileState({ state, onAgain }: { readonly state: BroughtState; readonly onAgain: () => void }) {
  const say = useWords(WORDS)
  switch (state.kind) {
    case 'sending':
    case 'reading':
      return (
        <div role="status">
          <p>
            {state.kind === 'sending' && state.share > 0
              ? say('sent', { percent: Math.floor(state.share * 100) })
              : say(state.kind)}
          </p>
          <div className="brought-progress" />
        </div>
      )
    case 'failed':
      return (
        <div role="alert" className="brought-problem">
          <p>
            <span aria-hidden>✕</span> {state.problem.detail}
          </p>
          <Button onClick={onAgain}>{say('again')}</Button>
        </div>
      )
    case 'read': {
      const { documentId, forms } = state.reading
      if (forms.length === 0) return <p>{say('none')}</p>
      return (
        <>
          <p className="small">{say('found', { count: forms.length })}</p>
          <ul className="read-forms">
            {forms.map((form, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: forms of a file are known by their order
              <ReadFormCard key={index} {...{ form, index, documentId }} />
            ))}
          </ul>
        </>
      )
    }
  }
}

type ReadFormCardProps = { readonly form: ReadForm; readonly index: number; readonly documentId: string }

function ReadFormCard({ form: { content, doubts }, index, documentId }: ReadFormCardProps) {
  const say = useWords(WORDS)
  const language = useLanguage()
  const { project, year, stage, indicators } = content
  const name = project === '' ? say('unnamed') : project
  const facts = { year: year ?? say('noYear'), stage: sayIn(STAGE_WORDS[stage], language), rows: indicators.length }
  return (
    <li className="read-form">
      <div>
        <p className="strong">{name}</p>
        <p className="small">{say('facts', facts)}</p>
      </div>
      <span title={say('calibre')}>
        <Light
          kind={doubts.length === 0 ? 'good' : 'watch'}
          word={doubts.length === 0 ? say('clear') : say('doubts', { count: doubts.length })}
        />
      </span>
      <Link
        className="button-link"
        to="/declare/$documentId"
        params={{ documentId }}
        search={{ form: index }}
        aria-label={say('reviewNamed', { project: name })}
      >
        {say('review')}
      </Link>
    </li>
  )
}
