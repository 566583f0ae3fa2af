import { Button, Form, Input } from 'antd'
import { useWords } from '#desk/words/use-words.ts'
import { faultOfChecks } from './route-draft.ts'

const WORDS = {
  points: { zh: '点位，按走的顺序', en: 'Points, in the order they are walked' },
  help: {
    zh: '检查项一行一个：“指示灯”问是否正常；“温度 18–27 ℃”“电压 ≥ 210 V”读数字并看限值；“电表 = ? kWh”只读数字。',
    en: 'One check a line: "Lights" asks whether they are in order; "Heat 18–27 ℃" or "Voltage ≥ 210 V" reads a number within limits; "Meter = ? kWh" reads a number only.',
  },
  code: { zh: '编号', en: 'Code' },
  name: { zh: '名称', en: 'Name' },
  place: { zh: '位置', en: 'Place' },
  checks: { zh: '检查项，一行一个', en: 'Checks, one a line' },
  point: { zh: '第 {number} 点', en: 'Point {number}' },
  add: { zh: '加一个点位', en: 'Add a point' },
  up: { zh: '第 {number} 点上移', en: 'Move point {number} up' },
  remove: { zh: '去掉第 {number} 点', en: 'Remove point {number}' },
  needed: { zh: '请填写', en: 'Needed' },
  twice: { zh: '两个检查项同名', en: 'Two checks have one name' },
  many: { zh: '最多 30 项', en: '30 at most' },
} as const

export const EMPTY_POINT = () => ({ id: crypto.randomUUID(), code: '', name: '', place: '', checks: '' })

/** The points of a route, each with its label, its place and what is looked at. */
export function PointLines() {
  const say = useWords(WORDS)
  return (
    <Form.List name="points">
      {(fields, { add, remove, move }) => (
        <fieldset className="upkeep-route">
          <legend>{say('points')}</legend>
          <p className="small">{say('help')}</p>
          {fields.map(({ key, name }) => {
            const number = name + 1
            return (
              <div key={key} className="upkeep-route-point">
                <PointFields name={name} />
                <span className="upkeep-route-acts">
                  <Button aria-label={say('up', { number })} disabled={name === 0} onClick={() => move(name, name - 1)}>
                    ↑
                  </Button>
                  <Button
                    aria-label={say('remove', { number })}
                    disabled={fields.length === 1}
                    onClick={() => remove(name)}
                  >
                    ✕
                  </Button>
                </span>
              </div>
            )
          })}
          <Button onClick={() => add(EMPTY_POINT())}>{say('add')}</Button>
        </fieldset>
      )}
    </Form.List>
  )
}

function PointFields({ name }: { readonly name: number }) {
  const say = useWords(WORDS)
  const needed = [{ required: true, whitespace: true, message: say('needed') }]
  const field = (key: 'code' | 'name' | 'place', maxLength: number) => (
    <Form.Item name={[name, key]} rules={key === 'place' ? [] : needed}>
      <Input
        aria-label={`${say('point', { number: name + 1 })} ${say(key)}`}
        placeholder={say(key)}
        autoComplete="off"
        maxLength={maxLength}
      />
    </Form.Item>
  )
  return (
    <>
      <Form.Item name={[name, 'id']} hidden>
        <Input />
      </Form.Item>
      {field('code', 40)}
      {field('name', 60)}
      {field('place', 100)}
      <Form.Item
        name={[name, 'checks']}
        rules={[
          {
            validator: (_, text: string | undefined) => {
              const fault = faultOfChecks(text ?? '')
              return fault === null ? Promise.resolve() : Promise.reject(new Error(say(fault)))
            },
          },
        ]}
      >
        <Input.TextArea
          aria-label={`${say('point', { number: name + 1 })} ${say('checks')}`}
          placeholder={say('checks')}
          rows={2}
          maxLength={2000}
        />
      </Form.Item>
    </>
  )
}
