import { sayUnit } from '@shiji/kernel/evidence/unit-words'
import { say } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import type { Measure } from '#platform/measure'
import { fieldsOf } from './param-fields.ts'

export async function listMeasures(context: Context) {
  requirePermission(context, 'evidence.read')
  return [...context.measures.values()].map((measure) => ({
    ...sayMeasure(measure, context),
    fields: fieldsOf(measure, context.language),
  }))
}

export function sayMeasure(measure: Measure, { language }: Pick<Context, 'language'>) {
  const { key, name, formula, unit, direction, shape, strength, register } = measure
  return {
    key,
    name: say(name, language),
    formula: say(formula, language),
    unit: sayUnit(unit, language),
    direction,
    shape,
    strength,
    register: register && { key: register.key, name: say(register.name, language) },
  }
}
