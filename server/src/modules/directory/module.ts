import { directory } from '@shiji/contract/directory'
import { directoryImport } from '@shiji/contract/directory-import'
import { ledger } from '@shiji/contract/directory-ledger'
import { signInSafety } from '@shiji/contract/directory-sign-in'
import { units } from '@shiji/contract/directory-units'
import { defineModule, route } from '#platform/module'
import { acceptInvitation } from './accept-invitation.ts'
import { addUnit } from './add-unit.ts'
import { changePassword } from './change-password.ts'
import { endSession } from './end-session.ts'
import { grantRoles } from './grant-roles.ts'
import { inviteAgain } from './invite-again.ts'
import { invitePerson } from './invite-person.ts'
import { exportLedger } from './ledger/export-ledger.ts'
import { searchLedger } from './ledger/search-ledger.ts'
import { listPeople } from './list-people.ts'
import { listSessions } from './list-sessions.ts'
import { listUnits } from './list-units.ts'
import { decideRoleRequests } from './lists/decide-role-requests.ts'
import { listRoleRequests } from './lists/list-role-requests.ts'
import { markList } from './lists/mark-list.ts'
import { readList } from './lists/read-list.ts'
import { readListTemplate } from './lists/read-list-template.ts'
import { takeList } from './lists/take-list.ts'
import { DIRECTORY_PERMISSIONS } from './permissions.ts'
import { readInvitation } from './read-invitation.ts'
import { setPersonState } from './set-person-state.ts'
import { beginSecondStep } from './sign-in/begin-second-step.ts'
import { confirmSecondStep } from './sign-in/confirm-second-step.ts'
import { endSessionsOf } from './sign-in/end-sessions-of.ts'
import { readSecondStep } from './sign-in/read-second-step.ts'
import { readSignInRules } from './sign-in/read-sign-in-rules.ts'
import { resetPassword } from './sign-in/reset-password.ts'
import { resetSecondStep } from './sign-in/reset-second-step.ts'
import { setSignInRules } from './sign-in/set-sign-in-rules.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { closeUnit } from './units/close-unit.ts'
import { mergeUnit } from './units/merge-unit.ts'
import { moveUnit } from './units/move-unit.ts'
import { readUnit } from './units/read-unit.ts'
import { renameUnit } from './units/rename-unit.ts'
import { splitUnit } from './units/split-unit.ts'
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
    route(directory.readInvitation, readInvitation),
    route(directory.acceptInvitation, acceptInvitation),
    route(directory.listUnits, listUnits),
    route(directory.addUnit, addUnit),
    route(directory.listPeople, listPeople),
    route(directory.invitePerson, invitePerson),
    route(directory.grantRoles, grantRoles),
    route(directoryImport.readListTemplate, readListTemplate),
    route(directoryImport.readList, readList),
    route(directoryImport.markList, markList),
    route(directoryImport.takeList, takeList),
    route(directoryImport.listRoleRequests, listRoleRequests),
    route(directoryImport.decideRoleRequests, decideRoleRequests),
    route(signInSafety.inviteAgain, inviteAgain),
    route(signInSafety.resetPassword, resetPassword),
    route(signInSafety.setPersonState, setPersonState),
    route(units.renameUnit, renameUnit),
    route(units.moveUnit, moveUnit),
    route(units.mergeUnit, mergeUnit),
    route(units.splitUnit, splitUnit),
    route(units.closeUnit, closeUnit),
    route(units.readUnit, readUnit),
    route(signInSafety.readSignInRules, readSignInRules),
    route(signInSafety.setSignInRules, setSignInRules),
    route(signInSafety.readSecondStep, readSecondStep),
    route(signInSafety.beginSecondStep, beginSecondStep),
    route(signInSafety.confirmSecondStep, confirmSecondStep),
    route(signInSafety.resetSecondStep, resetSecondStep),
    route(signInSafety.endSessionsOf, endSessionsOf),
    route(ledger.searchLedger, searchLedger),
    route(ledger.exportLedger, exportLedger),
  ],
})
