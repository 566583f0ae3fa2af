import { CallScreen } from './call/call-screen.tsx'
import { DutyScreen } from './duty/duty-screen.tsx'
import { HandOverScreen } from './duty/hand-over-screen.tsx'
import { HomeScreen } from './home/home-screen.tsx'
import { MeScreen } from './me/me-screen.tsx'
import { SignInScreen } from './me/sign-in-screen.tsx'
import { MeterScreen } from './meters/meter-screen.tsx'
import { MetersScreen } from './meters/meters-screen.tsx'
import { LabelScreen } from './rounds/label-screen.tsx'
import { PointScreen } from './rounds/point-screen.tsx'
import { RoundScreen } from './rounds/round-screen.tsx'
import { RoundsScreen } from './rounds/rounds-screen.tsx'
import { useSession } from './session/session.ts'
import { usePath } from './shell/path.ts'
import { Tabs } from './shell/tabs.tsx'
import { CaseScreen } from './tasks/case-screen.tsx'
import { TasksScreen } from './tasks/tasks-screen.tsx'
import { TicketScreen } from './tickets/ticket-screen.tsx'
import { TicketsScreen } from './tickets/tickets-screen.tsx'
import { WorkScreen } from './work-orders/work-screen.tsx'

/** The page of the address. Whoever has signed in once on this phone gets in without a network. */
export function App() {
  const path = usePath()
  const { me, isRead } = useSession()
  if (!isRead) return null
  if (me === null || path === '/sign-in') return <SignInScreen />
  const [, place = '', id, part] = path.split('/')
  const isDeeper = id !== undefined || ['call', 'duty', 'meters', 'rounds'].includes(place)
  return (
    <>
      <Page {...{ place, id, part }} />
      {isDeeper ? null : <Tabs path={path} />}
    </>
  )
}

type PageProps = { readonly place: string; readonly id: string | undefined; readonly part: string | undefined }

function Page({ place, id, part }: PageProps) {
  if (place === 'call') return <CallScreen key={id ?? 'new'} correcting={id} />
  if (place === 'tickets') {
    if (id === undefined) return <TicketsScreen />
    return part === undefined ? <TicketScreen key={id} id={id} /> : <WorkScreen key={part} ticketId={id} id={part} />
  }
  if (place === 'tasks') return id === undefined ? <TasksScreen /> : <CaseScreen key={id} id={id} />
  if (place === 'duty') return id === undefined ? <DutyScreen /> : <HandOverScreen key={id} id={id} />
  if (place === 'rounds') {
    if (id === undefined) return <RoundsScreen />
    return part === undefined ? <RoundScreen id={id} /> : <PointScreen key={part} id={id} pointId={part} />
  }
  if (place === 'meters') return id === undefined ? <MetersScreen /> : <MeterScreen key={id} id={id} />
  if (place === 'p' && id !== undefined) return <LabelScreen code={decodeURIComponent(id)} />
  return place === 'me' ? <MeScreen /> : <HomeScreen />
}
