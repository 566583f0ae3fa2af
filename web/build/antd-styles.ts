import { createHash } from 'node:crypto'
import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs'
import { extractStyle as draw } from '@ant-design/static-style-extract'
import { ConfigProvider, Form, type ThemeConfig } from 'antd'
import { createElement } from 'react'
import { type ESTree, type HtmlTagDescriptor, type Plugin, Visitor } from 'vite'

/** What the desk takes of Ant Design, and the parts these are made of. */
export const PARTS = [
  ...['Alert', 'Button', 'Checkbox', 'Col', 'Drawer', 'Dropdown', 'Empty', 'Form', 'Input', 'InputNumber', 'Menu'],
  ...['Modal', 'Popconfirm', 'QRCode', 'Radio', 'Row', 'Segmented', 'Select', 'Skeleton', 'Space', 'Spin', 'Tooltip'],
  ...['message', 'notification'],
]

/** Links look as page.css says; the menu of a dropdown and the place of messages have styles of their own. */
const UNUSED = ['Shared', 'Menu-Menu', 'Notification-Notification', 'Notification-PurePanel', 'Message-PurePanel']
/** The twenty-four columns in seven widths, of which a field of a form takes none. */
const COLUMNS = /(?<=[{}])\.ant-col-[\w-]*\d\{[^{}]*\}/g

const STYLE_MODULE = /node_modules\/antd\/es\/(?!theme\/).+\/style(\/.+)?\.js$/
const MAKERS = new Set(['genStyleHooks', 'genComponentStyleHook', 'genSubStyleComponent'])

/**
 * The styles of Ant Design as one file in front of all others, written while building: in the browser they would be made
 * and inserted while the first page is drawn. They read colours and sizes from variables, so one file serves every theme,
 * and what makes them stays out of the scripts.
 *
 * The build stops when the desk takes a part of Ant Design whose style the file lacks.
 */
export function antdStyles(): Plugin {
  const { css, names } = stylesOf(PARTS)
  const fileName = `assets/antd-${createHash('sha256').update(css).digest('base64url').slice(0, 8)}.css`
  const namesIn = new Map<string, readonly string[]>()
  return {
    name: 'antd-styles',
    transform: {
      filter: { id: STYLE_MODULE },
      handler(code, id) {
        const makers = makersIn(this.parse(code))
        namesIn.set(id, makers.map(nameOf))
        return makers.reduceRight((text, { arguments: [, make] }) => {
          return make === undefined ? text : `${text.slice(0, make.start)}() => []${text.slice(make.end)}`
        }, code)
      },
    },
    generateBundle(_options, bundle) {
      const used = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []))
      const missing = used.flatMap((id) => namesIn.get(id) ?? []).filter((name) => !names.has(name))
      if (missing.length > 0) {
        this.error(`web/build/antd-styles.ts: the file of styles lacks ${missing.join(', ')}; add their parts to PARTS`)
      }
      this.emitFile({ type: 'asset', fileName, source: css })
    },
    transformIndexHtml(_html, { server }) {
      const tag: HtmlTagDescriptor = server
        ? { tag: 'style', children: css }
        : { tag: 'link', attrs: { rel: 'stylesheet', crossorigin: true, href: `/${fileName}` } }
      return [{ ...tag, injectTo: 'head-prepend' }]
    },
  }
}

/** The text of the styles of these parts, and under which names Ant Design keeps them. */
export function stylesOf(
  includes: string[],
  theme: ThemeConfig = {},
): { readonly css: string; readonly names: ReadonlySet<string> } {
  const cache = createCache()
  draw({
    includes,
    customTheme: (parts) =>
      createElement(
        StyleProvider,
        { cache },
        createElement(
          ConfigProvider,
          { theme: { ...theme, zeroRuntime: false, hashed: false } },
          parts,
          createElement(Form.Item),
        ),
      ),
  })
  const keys = [...cache.cache.keys()].map(String)
  for (const key of keys.filter((key) => UNUSED.some((name) => key.startsWith(`style%%${name}%`))))
    cache.cache.delete(key)
  return {
    css: extractStyle(cache, { plain: true, types: 'style' }).replaceAll(COLUMNS, ''),
    // Keys read style%%NAME%PREFIX…
    names: new Set(keys.map((key) => key.split('%')[2] ?? '')),
  }
}

/** The calls of a module of styles that hand over how a style is made. */
function makersIn(program: ESTree.Program): ESTree.CallExpression[] {
  const found: ESTree.CallExpression[] = []
  new Visitor({
    CallExpression: (call) => {
      if (call.callee.type === 'Identifier' && MAKERS.has(call.callee.name)) found.push(call)
    },
  }).visit(program)
  return found
}

/** Under what Ant Design keeps a style: `'Button'` as Button-Button, `['Button', 'compact']` as Button-compact. */
function nameOf({ arguments: [name] }: ESTree.CallExpression): string {
  const words = name?.type === 'ArrayExpression' ? name.elements : [name, name]
  return words.map((word) => (word?.type === 'Literal' ? word.value : '')).join('-')
}
