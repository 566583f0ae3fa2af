import { LINT_EXAMPLES } from '@shiji/kernel/lint/examples/lint-examples'
import { inventForm } from '@shiji/kernel/lint/form-builder'
import { lintForm } from '@shiji/kernel/lint/lint-form'
import { LINT_WORDING } from '@shiji/kernel/lint/lint-wording'
import { type Language, say } from '@shiji/kernel/wording'
import { expect, test } from 'vitest'
import { loadLintWords } from './load-packs.ts'

const words = loadLintWords()

test.each(LINT_EXAMPLES)('$code: $story', ({ code, where, form, nearMiss, template = null, sisters = [] }) => {
  const context = { words, sisterForms: sisters }

  const found = lintForm(form, template, context).filter((it) => it.code === code)
  const silent = lintForm(nearMiss, template, context).filter((it) => it.code === code)

  expect(found.map((it) => it.where)).toContain(where)
  expect(silent).toEqual([])
})

test('every sentence of the catalogue can be raised and every example stands for one', () => {
  expect(new Set(LINT_EXAMPLES.map(({ code }) => code))).toEqual(new Set(Object.keys(LINT_WORDING)))
})

test.each(['zh', 'en'] as const)(
  'every finding says in %s where, why and what to do, with nothing left to fill in',
  (language: Language) => {
    for (const { form, template = null, sisters = [] } of LINT_EXAMPLES) {
      for (const { code, parameters } of lintForm(form, template, { words, sisterForms: sisters })) {
        const { message, why, advice } = LINT_WORDING[code]
        const said = [message, why, advice].map((wording) => say(wording, language, parameters)).join(' ')
        expect(said).not.toMatch(/[{}]|undefined|null/)
      }
    }
  },
)

test('a clean form is met with silence', () => {
  expect(lintForm(inventForm(), null, { words })).toEqual([])
})
