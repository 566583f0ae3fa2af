import { desk } from '@shiji/contract/desk'
import { deskArticles } from '@shiji/contract/desk-articles'
import { deskCallers } from '@shiji/contract/desk-callers'
import { deskChanges } from '@shiji/contract/desk-changes'
import { complaints } from '@shiji/contract/desk-complaints'
import { deskFigures } from '@shiji/contract/desk-figures'
import { deskLines } from '@shiji/contract/desk-lines'
import { deskMail } from '@shiji/contract/desk-mail'
import { deskMajors } from '@shiji/contract/desk-majors'
import { deskPhotos } from '@shiji/contract/desk-photos'
import { deskProblems } from '@shiji/contract/desk-problems'
import { deskPublic } from '@shiji/contract/desk-public'
import { deskReports, deskSpots } from '@shiji/contract/desk-spots'
import { deskSurveys } from '@shiji/contract/desk-surveys'
import { deskTeams } from '@shiji/contract/desk-teams'
import { deskWork } from '@shiji/contract/desk-work'
import { FLOW_STEPPED } from '#modules/flow'
import { listen } from '#platform/events'
import { doJob } from '#platform/jobs/job'
import { recur } from '#platform/jobs/recurring'
import { defineModule, route } from '#platform/module'
import { confirmArticle, withdrawArticle } from './articles/confirm-article.ts'
import { draftArticle } from './articles/draft-article.ts'
import { listArticles } from './articles/list-articles.ts'
import { openArticle } from './articles/open-article.ts'
import { proposeArticles } from './articles/propose-articles.ts'
import { listArticleUses, useArticle } from './articles/use-article.ts'
import { changeArticle, writeArticle } from './articles/write-article.ts'
import { findCallers } from './callers/find-callers.ts'
import { findServed } from './callers/find-served.ts'
import { listCallers } from './callers/list-callers.ts'
import { announceChange } from './changes/announce-change.ts'
import { endWindows } from './changes/end-windows.ts'
import { fileChange } from './changes/file-change.ts'
import { followChangeFlow } from './changes/follow-change-flow.ts'
import { listChanges } from './changes/list-changes.ts'
import { mendChange } from './changes/mend-change.ts'
import { openChange } from './changes/open-change.ts'
import { reportChange } from './changes/report-change.ts'
import { explainClocks } from './clocks/explain-clocks.ts'
import { followCalendar } from './clocks/follow-calendar.ts'
import { recomputeClocks } from './clocks/recompute-clocks.ts'
import { complaintCount } from './complaints/complaint-measure.ts'
import { judgeComplaint } from './complaints/judge-complaint.ts'
import { listComplaints } from './complaints/list-complaints.ts'
import { recordComplaint } from './complaints/record-complaint.ts'
import { remindJob } from './desk-events.ts'
import { readFigures } from './figures/read-figures.ts'
import { findProjects } from './lines/find-projects.ts'
import { listLines } from './lines/list-lines.ts'
import { setLine } from './lines/set-line.ts'
import { answerByMail } from './mail/answer-by-mail.ts'
import { listCorrespondence } from './mail/list-correspondence.ts'
import { listMails } from './mail/list-mails.ts'
import { readMailFile } from './mail/read-mail-file.ts'
import { readMailbox } from './mail/read-mailbox.ts'
import { readMails } from './mail/read-mails.ts'
import { sendLetter } from './mail/send-letter.ts'
import { sendLetterJob } from './mail/send-letter-job.ts'
import { setMailbox } from './mail/set-mailbox.ts'
import { tryMailbox } from './mail/try-mailbox.ts'
import { endMajor, leadMajor, noteMajor, reviewMajor } from './majors/act-on-major.ts'
import { announceMajor } from './majors/announce-major.ts'
import { declareMajor } from './majors/declare-major.ts'
import { listMajors, openMajor } from './majors/open-major.ts'
import { remindOfUpdate } from './majors/remind-of-update.ts'
import { updateDueJob } from './majors/update-due-job.ts'
import { DESK_MEASURES } from './measures/desk-measures.ts'
import { acknowledgeNotice } from './notices/acknowledge-notice.ts'
import { listNotices } from './notices/list-notices.ts'
import { addPhoto } from './photos/add-photo.ts'
import { listPhotos } from './photos/list-photos.ts'
import { readPhoto } from './photos/read-photo.ts'
import { closeProblem } from './problems/close-problem.ts'
import { linkIncident } from './problems/link-incident.ts'
import { listProblems } from './problems/list-problems.ts'
import { openProblem } from './problems/open-problem.ts'
import { readProblem } from './problems/read-problem.ts'
import { studyProblem } from './problems/study-problem.ts'
import { readDesk } from './read-desk.ts'
import { remind } from './reminders/remind.ts'
import { reportFault } from './reports/report-fault.ts'
import { showReport } from './reports/show-report.ts'
import { showReportForm } from './reports/show-report-form.ts'
import { answerQuestion } from './satisfaction/answer-question.ts'
import { askSatisfaction } from './satisfaction/ask-satisfaction.ts'
import { showQuestion } from './satisfaction/show-question.ts'
import { addSpots } from './spots/add-spots.ts'
import { changeSpot } from './spots/change-spot.ts'
import { listSpots } from './spots/list-spots.ts'
import { renewSpot } from './spots/renew-spot.ts'
import { castBallot } from './surveys/cast-ballot.ts'
import { closeSurveys } from './surveys/close-surveys.ts'
import { listSurveys } from './surveys/list-surveys.ts'
import { openSurvey } from './surveys/open-survey.ts'
import { readSurvey } from './surveys/read-survey.ts'
import { showBallot } from './surveys/show-ballot.ts'
import { withdrawSurvey } from './surveys/withdraw-survey.ts'
import { listTeams } from './teams/list-teams.ts'
import { setTeam } from './teams/set-team.ts'
import { actOnTicket } from './tickets/act-on-ticket.ts'
import { findSimilar } from './tickets/find-similar.ts'
import { listTickets } from './tickets/list-tickets.ts'
import { logTicket } from './tickets/log-ticket.ts'
import { openTicket } from './tickets/open-ticket.ts'
import { listWork } from './work-orders/list-work.ts'
import { openWork } from './work-orders/open-work.ts'
import { recordWork } from './work-orders/record-work.ts'
import { signWork } from './work-orders/sign-work.ts'

export const deskModule = defineModule({
  name: 'desk',
  dependsOn: ['directory', 'calendar', 'documents', 'assets'],
  permissions: [
    'desk.read',
    'desk.log',
    'desk.work',
    'desk.confirm',
    'desk.assign-teams',
    'desk.manage-spots',
    'desk.organize',
    'desk.manage-mail',
  ],
  routes: [
    route(desk.readDesk, readDesk),
    route(desk.findCallers, findCallers),
    route(deskCallers.listCallers, listCallers),
    route(desk.logTicket, logTicket),
    route(desk.listTickets, listTickets),
    route(desk.openTicket, openTicket),
    route(desk.findSimilar, findSimilar),
    route(desk.actOnTicket, actOnTicket),
    route(desk.explainClocks, explainClocks),
    route(desk.recomputeClocks, recomputeClocks),
    route(desk.listNotices, listNotices),
    route(desk.acknowledgeNotice, acknowledgeNotice),
    route(deskPhotos.addPhoto, addPhoto),
    route(deskPhotos.listPhotos, listPhotos),
    route(deskPhotos.readPhoto, readPhoto),
    route(deskPublic.askSatisfaction, askSatisfaction),
    route(deskPublic.showQuestion, showQuestion),
    route(deskPublic.answerQuestion, answerQuestion),
    route(deskSpots.listSpots, listSpots),
    route(deskSpots.addSpots, addSpots),
    route(deskSpots.changeSpot, changeSpot),
    route(deskSpots.renewSpot, renewSpot),
    route(deskReports.showReport, showReport),
    route(deskReports.showReportForm, showReportForm),
    route(deskReports.reportFault, reportFault),
    route(complaints.listComplaints, listComplaints),
    route(complaints.recordComplaint, recordComplaint),
    route(complaints.judgeComplaint, judgeComplaint),
    route(deskChanges.listChanges, listChanges),
    route(deskChanges.openChange, openChange),
    route(deskChanges.fileChange, fileChange),
    route(deskChanges.mendChange, mendChange),
    route(deskChanges.announceChange, announceChange),
    route(deskChanges.reportChange, reportChange),
    route(deskWork.listWork, listWork),
    route(deskWork.openWork, openWork),
    route(deskWork.recordWork, recordWork),
    route(deskWork.signWork, signWork),
    route(deskTeams.findServed, findServed),
    route(deskTeams.listTeams, listTeams),
    route(deskTeams.setTeam, setTeam),
    route(deskFigures.readFigures, readFigures),
    route(deskProblems.listProblems, listProblems),
    route(deskProblems.openProblem, openProblem),
    route(deskProblems.readProblem, readProblem),
    route(deskProblems.linkIncident, linkIncident),
    route(deskProblems.studyProblem, studyProblem),
    route(deskProblems.closeProblem, closeProblem),
    route(deskLines.listLines, listLines),
    route(deskLines.setLine, setLine),
    route(deskLines.findProjects, findProjects),
    route(deskSurveys.listSurveys, listSurveys),
    route(deskSurveys.openSurvey, openSurvey),
    route(deskSurveys.readSurvey, readSurvey),
    route(deskSurveys.withdrawSurvey, withdrawSurvey),
    route(deskSurveys.showBallot, showBallot),
    route(deskSurveys.castBallot, castBallot),
    route(deskArticles.listArticles, listArticles),
    route(deskArticles.openArticle, openArticle),
    route(deskArticles.draftArticle, draftArticle),
    route(deskArticles.writeArticle, writeArticle),
    route(deskArticles.changeArticle, changeArticle),
    route(deskArticles.confirmArticle, confirmArticle),
    route(deskArticles.withdrawArticle, withdrawArticle),
    route(deskArticles.proposeArticles, proposeArticles),
    route(deskArticles.listArticleUses, listArticleUses),
    route(deskArticles.useArticle, useArticle),
    route(deskMajors.listMajors, listMajors),
    route(deskMajors.openMajor, openMajor),
    route(deskMajors.declareMajor, declareMajor),
    route(deskMajors.leadMajor, leadMajor),
    route(deskMajors.noteMajor, noteMajor),
    route(deskMajors.announceMajor, announceMajor),
    route(deskMajors.endMajor, endMajor),
    route(deskMajors.reviewMajor, reviewMajor),
    route(deskMail.readMailbox, readMailbox),
    route(deskMail.setMailbox, setMailbox),
    route(deskMail.tryMailbox, tryMailbox),
    route(deskMail.listMails, listMails),
    route(deskMail.listCorrespondence, listCorrespondence),
    route(deskMail.answerByMail, answerByMail),
    route(deskMail.readMailFile, readMailFile),
  ],
  measures: [...DESK_MEASURES, complaintCount],
  listens: [listen(FLOW_STEPPED, followChangeFlow)],
  jobs: [doJob(remindJob, remind), doJob(sendLetterJob, sendLetter), doJob(updateDueJob, remindOfUpdate)],
  recurring: [
    recur('desk.read-mails', { every: 'minute' }, readMails),
    recur('desk.follow-calendar', { every: 'minute' }, followCalendar),
    recur('desk.end-windows', { every: 'minute' }, endWindows),
    recur('desk.close-surveys', { every: 'minute' }, closeSurveys),
  ],
})
