import { PageHead } from '#desk/kit/page-head.tsx'
import { useMay, useMe } from '#desk/shell/use-me.ts'
import { useWords } from '#desk/words/use-words.ts'
import './home.css'
import { MyDoors } from './my-doors.tsx'
import { MyProjects } from './my-projects.tsx'
import { MySheets } from './my-sheets.tsx'
import { MyTasks } from './my-tasks.tsx'

const WORDS = {
  title: { zh: '工作台', en: 'Today' },
  about: { zh: '{name}，今天等您的事', en: 'What waits for {name} today' },
} as const

/** S02: what waits for me, where my projects of the year stand, and the doors I use. */
export function HomePage() {
  const say = useWords(WORDS)
  const { person } = useMe()
  const mayRead = useMay('performance.read')
  const mayJudge = useMay('performance.judge')
  return (
    <>
      <PageHead title={say('title')} about={say('about', { name: person.name })} />
      <div className="home">
        <MyTasks />
        {mayRead ? <MyProjects /> : null}
        {mayJudge ? <MySheets /> : null}
        <MyDoors />
      </div>
    </>
  )
}
