import { dropNumbering, fold } from './cell-text.ts'

export type Choice = { readonly option: string; readonly ticked: boolean }

const TICKED = '☑☒■✓✔√🗹'
const EMPTY = '□☐○◯×✗✘'
const BOX = new RegExp(`[${TICKED}${EMPTY}]`, 'u')
const BOXES = new RegExp(`([${TICKED}${EMPTY}])`, 'u')
const OPTION_EDGE = /^[\s、，,；;：:.]+|[\s、，,；;：:.]+$/g

export function hasBoxes(text: string): boolean {
  return BOX.test(text)
}

/** The options of a choice with their boxes, which stand before each option or after it, line by line. */
export function readChoices(text: string): Choice[] {
  return text.split('\n').flatMap(readLine)
}

/** The ticked options joined by 、; a text without boxes is the choice itself. Known options give their own spelling. */
export function tickedOptions(text: string, options: readonly string[] = []): string {
  if (!hasBoxes(text)) return text
  return readChoices(text)
    .filter(({ ticked }) => ticked)
    .map(({ option }) => options.find((known) => sameOption(known, option)) ?? option)
    .join('、')
}

function readLine(line: string): Choice[] {
  const parts = line.split(BOXES)
  const boxFirst = (parts[0] ?? '').trim() === ''
  const choices: Choice[] = []
  for (let at = 1; at < parts.length; at += 2) {
    const option = cleanOption(parts[boxFirst ? at + 1 : at - 1] ?? '')
    if (option !== '') choices.push({ option, ticked: TICKED.includes(parts[at] ?? '') })
  }
  return choices
}

function cleanOption(text: string): string {
  return dropNumbering(text.trim().replace(/^其中[:：]?/, '')).replace(OPTION_EDGE, '')
}

function sameOption(known: string, option: string): boolean {
  return fold(known) === fold(option)
}
