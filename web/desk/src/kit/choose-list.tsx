import './list-import.css'

type ChooseListProps = {
  readonly label: string
  readonly primary?: boolean
  /** Kinds of files; those of a list unless said otherwise. */
  readonly accept?: string
  readonly onChoose: (file: File) => void
}

/** Opens the browser's own choice of a file; the same file may be chosen again after it was corrected. */
export function ChooseList({ label, primary = false, accept = '.xlsx,.csv', onChoose }: ChooseListProps) {
  return (
    <label className={primary ? 'list-button list-button-primary' : 'list-button'}>
      {label}
      <input
        type="file"
        accept={accept}
        className="visually-hidden"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) onChoose(file)
          target.value = ''
        }}
      />
    </label>
  )
}
