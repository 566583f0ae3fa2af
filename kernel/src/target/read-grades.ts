import { GRADE_TRIE, JOINERS, LATTER_STARTS } from './grade-words.ts'
import { longestWord } from './word-trie.ts'

/** Words of quality in a text without numbers: 规范、完整 and 规范完整 alike are two, 稳定运行 is one. */
export function readGrades(text: string): readonly string[] {
  const grades = text
    .split(/[、，,;；。\n!！]/)
    .map((part) => part.replace(/^[\s:：.\-·*]+|[\s:：.\-·*…]+$/g, ''))
    .filter((part) => part !== '')
    .flatMap(splitPhrase)
  return [...new Set(grades)]
}

function splitPhrase(phrase: string): readonly string[] {
  return knownWords(phrase) ?? splitAtJoiner(phrase) ?? [phrase]
}

/** The phrase as known grade words side by side, perhaps with 和 between; null when anything else stands in it. */
function knownWords(phrase: string): readonly string[] | null {
  const characters = [...phrase]
  const words: string[] = []
  for (let at = 0; at < characters.length; ) {
    const word = longestWord(GRADE_TRIE, characters, at)
    if (!word) return null
    if (word.entry !== 'joiner') words.push(characters.slice(at, word.end).join(''))
    else if (words.length === 0 || word.end === characters.length) return null
    at = word.end
  }
  return words.length > 1 ? words : null
}

/** 确保保障并积极拓展: 并 joins two promises when an adverb or verb of its own follows. */
function splitAtJoiner(phrase: string): readonly string[] | null {
  for (const joiner of JOINERS) {
    const at = phrase.indexOf(joiner)
    const after = phrase.slice(at + joiner.length)
    if (at >= 2 && after.length >= 2 && LATTER_STARTS.some((start) => after.startsWith(start)))
      return [...splitPhrase(phrase.slice(0, at)), ...(splitAtJoiner(after) ?? [after])]
  }
  return null
}
