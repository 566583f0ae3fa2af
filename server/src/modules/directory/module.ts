import { directory } from '@shiji/contract/directory'
import { defineModule, route } from '#platform/module'
import { acceptInvitation } from './accept-invitation.ts'
import { addUnit } from './add-unit.ts'
import { changePassword } from './change-password.ts'
import { endSession } from './end-session.ts'
import { grantRoles } from './grant-roles.ts'
import { invitePerson } from './invite-person.ts'
import { listPeople } from './list-people.ts'
import { listSessions } from './list-sessions.ts'
import { listUnits } from './list-units.ts'
import { DIRECTORY_PERMISSIONS } from './permissions.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { whoAmI } from './who-am-i.ts'

export const directoryModule = defineModule({
  name: 'directory',
  dependsOn: [],
  permissions: DIRECTORY_PERMISSIONS,
  routes: [
    route(directory.signIn, signIn),
    route(directory.whoAmI, whoAmI),
    route(directory.signOut, signOut),
    route(directory.listSessions, listSessions),
    route(directory.endSession, endSession),
    route(directory.changePassword, changePassword),
    route(directory.acceptInvitation, acceptInvitation),
    route(directory.listUnits, listUnits),
    route(directory.addUnit, addUnit),
    route(directory.listPeople, listPeople),
    route(directory.invitePerson, invitePerson),
    route(directory.grantRoles, grantRoles),
  ],
})
