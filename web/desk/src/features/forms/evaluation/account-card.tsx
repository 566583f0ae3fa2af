import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useWords } from '#desk/words/use-words.ts'
import { BlurField } from './blur-field.tsx'
import { type SelfEvaluation, useFields } from './self-evaluation.ts'

const WORDS = {
  title: { zh: '实际完成情况', en: 'What was achieved' },
  drafted: { zh: '记录写出的草稿', en: 'Drafted from the records' },
  none: { zh: '还没有记录可写', en: 'No records speak yet' },
  noneAbout: { zh: '绑定依据以后，点“采用全部计算值”。', en: 'Bind the evidence, then take all computed values.' },
  footnote: { zh: '注 {number}：{note}，打开记录', en: 'Note {number}: {note}; open the records' },
  written: { zh: '表里的文字', en: 'Text in the form' },
  empty: { zh: '留空则送审时用草稿', en: 'Left empty, the draft is used when it is handed in' },
  take: { zh: '采用草稿', en: 'Take the draft' },
  replace: { zh: '用草稿替换表里的文字', en: 'Replace the text by the draft' },
} as const

type AccountCardProps = { readonly own: SelfEvaluation; readonly isOpen: boolean }

/** 实际完成情况: what the readings say, each sentence with its records one click away, beside the text that is printed. */
export function AccountCard({ own, isOpen }: AccountCardProps) {
  const say = useWords(WORDS)
  const { field, text, draft, sentences } = own.account
  const write = useFields(own)
  if (field === null) return null
  const put = (now: string) => write(field, text, now)
  return (
    <section className="card account" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <div className="account-sides">
        <div>
          <h3>{say('drafted')}</h3>
          {sentences.length === 0 ? (
            <>
              <p>{say('none')}</p>
              <p className="small">{say('noneAbout')}</p>
            </>
          ) : (
            <Sentences own={own} />
          )}
          {isOpen && draft !== '' && draft !== text ? (
            <Button onClick={() => put(draft)}>{say(text.trim() === '' ? 'take' : 'replace')}</Button>
          ) : null}
        </div>
        <div>
          <h3>{say('written')}</h3>
          {isOpen ? (
            <BlurField id="account-text" label={say('title')} value={text} isLong most={20_000} onWrite={put} />
          ) : (
            <p className="account-text">{text === '' ? '—' : text}</p>
          )}
          {isOpen && text === '' ? <p className="small">{say('empty')}</p> : null}
        </div>
      </div>
    </section>
  )
}

function Sentences({ own }: { readonly own: SelfEvaluation }) {
  const say = useWords(WORDS)
  return (
    <ol className="account-sentences">
      {own.account.sentences.map(({ number, sentence, note, evidence }) => (
        <li key={number}>
          {sentence}
          {evidence === null ? (
            <sup>[{number}]</sup>
          ) : (
            <sup>
              <Link
                to="/board/$formId/$position"
                params={{ formId: own.declarationId, position: String(evidence) }}
                aria-label={say('footnote', { number, note })}
              >
                [{number}]
              </Link>
            </sup>
          )}
          <span className="small account-note">{note}</span>
        </li>
      ))}
    </ol>
  )
}
