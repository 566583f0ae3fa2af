type TilesProps = {
  readonly name: string
  readonly title: string
  readonly options: readonly { readonly key: string; readonly name: string }[]
  readonly chosen: string
  readonly onChoose: (key: string) => void
}

/** A choice of one by large tiles; by keyboard one stop, arrows go through it. */
export function Tiles({ name, title, options, chosen, onChoose }: TilesProps) {
  return (
    <fieldset className="tiles">
      <legend>{title}</legend>
      {options.map((option) => (
        <label key={option.key} className="tile">
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
    </fieldset>
  )
}
