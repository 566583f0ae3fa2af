import type { Role } from '@shiji/contract/directory'
import { GIVEN_NAMES, SURNAMES } from './names.ts'
import { DISTRICT_POSTS, LATEST_POST, OFFICES, SCHOOLS } from './offices.ts'

export type DemoPerson = {
  readonly name: string
  readonly login: string
  /** null works for the district itself. */
  readonly office: string | null
  readonly roles: readonly Role[]
  /** Followed the link; the others are invited still. */
  readonly hasJoined: boolean
}

type Post = Pick<DemoPerson, 'office' | 'roles' | 'hasJoined'>

const ADMINISTRATORS = 3
const SCHOOLS_WITH_TEACHERS = 12

const FOUNDING_POSTS: readonly Post[] = [
  ...DISTRICT_POSTS.map((roles) => ({ office: null, roles, hasJoined: true })),
  ...OFFICES.flatMap(({ name, posts }) =>
    posts.map((roles) => ({ office: name, roles, hasJoined: !isLate(name, roles) })),
  ),
]

const FOUNDING_PEOPLE = FOUNDING_POSTS.map((post, index) => toPerson(post, index))

/** Whom the administrators invite when the district is founded. */
export const FOUNDERS: readonly DemoPerson[] = FOUNDING_PEOPLE.slice(ADMINISTRATORS)

export const NEWCOMER: DemoPerson = toPerson({ ...LATEST_POST, hasJoined: true }, FOUNDING_POSTS.length)

/** Everybody, the three administrators first. */
export const PEOPLE: readonly DemoPerson[] = [...FOUNDING_PEOPLE, NEWCOMER]

/** The first one in this office with this role. */
export function whoIs(office: string | null, role: Role): DemoPerson {
  const person = PEOPLE.find((one) => one.office === office && one.roles.includes(role))
  if (person === undefined) throw new Error(`nobody in ${office} is ${role}`)
  return person
}

/** In most schools only the contact has come so far. */
function isLate(office: string, roles: readonly Role[]): boolean {
  return roles.includes('teacher') && !SCHOOLS.slice(0, SCHOOLS_WITH_TEACHERS).some(({ name }) => name === office)
}

function toPerson(post: Post, index: number): DemoPerson {
  const surname = SURNAMES[index % SURNAMES.length]
  const given = GIVEN_NAMES[index % GIVEN_NAMES.length]
  if (surname === undefined || given === undefined) throw new Error('there are no names')
  return { ...post, name: `${surname.text}${given.text}`, login: `${surname.pinyin}${given.pinyin}` }
}
