import { Alert, Button } from 'antd'

type Once = {
  readonly title: string
  /** Each secret under what it is for. */
  readonly parts: readonly { readonly about: string; readonly word: string }[]
  readonly read: string
  readonly onRead: () => void
}

/** What the server answers once and keeps only the hash of. */
export function ShownOnce({ title, parts, read, onRead }: Once) {
  return (
    <div className="card-body watch-found">
      <Alert type="warning" showIcon title={title} />
      {parts.map(({ about, word }) => (
        <div key={about}>
          <p>{about}</p>
          <code className="watch-word">{word}</code>
        </div>
      ))}
      <span>
        <Button type="primary" onClick={onRead}>
          {read}
        </Button>
      </span>
    </div>
  )
}
