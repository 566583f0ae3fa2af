import type { Plugin } from 'vite'

/** The contract and the kernel describe and compute; loading them does nothing else. */
const WITHOUT_EFFECTS = /\/(contract|kernel)\/src\/.+\.ts$/
/** What a bundler drops by itself when nobody reads it. */
const PLAIN = new Set(['Literal', 'TemplateLiteral', 'ArrowFunctionExpression', 'FunctionExpression', 'Identifier'])

/**
 * Lets the bundler drop the constants of contract and kernel that nobody reads. A schema is made by calls, and a bundler
 * must suppose that a call does something; each page would make hundreds of schemas to use a handful.
 */
export function pureDeclarations(): Plugin {
  return {
    name: 'pure-declarations',
    apply: 'build',
    transform: {
      filter: { id: WITHOUT_EFFECTS },
      handler(code) {
        const values = this.parse(code).body.flatMap((statement) => {
          const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
          if (declaration?.type !== 'VariableDeclaration') return []
          return declaration.declarations.flatMap(({ init }) => (init === null || PLAIN.has(init.type) ? [] : [init]))
        })
        return values.reduceRight(
          (text, { start, end }) =>
            `${text.slice(0, start)}/* @__PURE__ */ (() => (${text.slice(start, end)}))()${text.slice(end)}`,
          code,
        )
      },
    },
  }
}
