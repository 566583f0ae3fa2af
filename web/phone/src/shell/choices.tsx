type Option<Key extends string> = { readonly key: Key; readonly name: string }

type ChoicesProps<Key extends string> = {
  readonly name: string
  readonly title: string
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
}: ChoicesProps<Key>) {
  return (
    <fieldset className={`choices choices-${look}`}>
      <legend>{title}</legend>
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
