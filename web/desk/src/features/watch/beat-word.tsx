import { useWords } from '#desk/words/use-words.ts'
import { ShownOnce } from './shown-once.tsx'

const WORDS = {
  title: { zh: '暗语只显示这一次', en: 'The word is shown this once' },
  about: {
    zh: '请把它写进要报到的系统，每次运行后发送：',
    en: 'Put it into the service that reports; after each run it sends:',
  },
  read: { zh: '已经记下，看这个探测', en: 'Written down; show the probe' },
} as const

/** How a service reports by itself; only the hash of the word is kept. */
export function BeatWord({ word, onRead }: { readonly word: string; readonly onRead: () => void }) {
  const say = useWords(WORDS)
  const command = `curl -H 'content-type: application/json' -d '{"word":"${word}"}' ${window.location.origin}/api/watch/beats`
  return (
    <section className="card">
      <ShownOnce
        title={say('title')}
        parts={[{ about: say('about'), word: command }]}
        read={say('read')}
        onRead={onRead}
      />
    </section>
  )
}
