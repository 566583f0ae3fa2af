import type { FormRule } from 'antd'
import type { z } from 'zod'

/** A field's rule taken from the contract, with the sentence that says what it asks for. */
export function bySchema(schema: z.ZodType, sentence: string): FormRule {
  return {
    validator: (_rule, value: unknown) =>
      schema.safeParse(value ?? '').success ? Promise.resolve() : Promise.reject(new Error(sentence)),
  }
}
