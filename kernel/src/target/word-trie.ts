type TrieNode<Entry> = { readonly next: Map<string, TrieNode<Entry>>; entry: Entry | null }

export type WordTrie<Entry> = TrieNode<Entry>

export function wordTrie<Entry>(entries: Iterable<readonly [string, Entry]>): WordTrie<Entry> {
  const root: TrieNode<Entry> = { next: new Map(), entry: null }
  for (const [word, entry] of entries) {
    let node = root
    for (const character of word) {
      const child: TrieNode<Entry> = node.next.get(character) ?? { next: new Map(), entry: null }
      node.next.set(character, child)
      node = child
    }
    node.entry = entry
  }
  return root
}

/** The longest word of the table that starts at `start`; at most as many steps as the longest word has characters. */
export function longestWord<Entry>(
  trie: WordTrie<Entry>,
  characters: readonly string[],
  start: number,
): { readonly entry: Entry; readonly end: number } | null {
  let found: { readonly entry: Entry; readonly end: number } | null = null
  let node: TrieNode<Entry> | undefined = trie
  for (let at = start; node; at += 1) {
    if (node.entry !== null) found = { entry: node.entry, end: at }
    node = at < characters.length ? node.next.get(characters[at] ?? '') : undefined
  }
  return found
}
