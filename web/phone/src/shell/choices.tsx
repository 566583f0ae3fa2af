type Option<Key extends string> = { readonly key: Key; readonly name: string }

type ChoicesProps<Key extends string> = {
  readonly name: string
  readonly title: string
  /** Said to those who do not see; for others what stands above is enough. */
  readonly isTitleUnseen?: boolean
  readonly chosen: Key | ''
  readonly options: readonly Option<Key>[]
  readonly onChoose: (key: Key) => void
  /** Side by side as one bar, or as tiles. */
  readonly look?: 'bar' | 'tiles' | 'list'
}

/** One of a few, each under the thumb; native radio buttons underneath. */
export function Choices<Key extends string>({
  name,
  title,
  chosen,
  options,
  onChoose,
  look = 'bar',
  isTitleUnseen = false,
}: ChoicesProps<Key>) {
  return (
    <fieldset className={`choices choices-${look}`}>
      <legend className={isTitleUnseen ? 'unseen' : undefined}>{title}</legend>
      <div className="choices-row">
        {options.map((option) => (
          <label key={option.key}>
            <input
              type="radio"
              name={name}
              value={option.key}
              checked={option.key === chosen}
              onChange={() => onChoose(option.key)}
            />
            <span>{option.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
