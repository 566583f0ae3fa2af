import { expect, test } from 'vitest'
import { domainAt, type MenuEntry } from './feature.ts'

const entry = (domain: MenuEntry['domain'], path: string): MenuEntry => ({
  domain,
  path,
  group: { zh: '组', en: 'Group' },
  title: { zh: '页', en: 'Page' },
  permission: null,
})
const MENU = [entry('performance', '/projects'), entry('system', '/people'), entry('work', '/projects/mine')]

test.each([
  ['/projects', 'performance'],
  ['/projects/0190/forms', 'performance'],
  ['/projects/mine', 'work'],
  ['/projectsheet', null],
  ['/', null],
])('the page %s belongs to %s', (pathname, domain) => {
  expect(domainAt(MENU, pathname)).toBe(domain)
})
