import { RectificationStanding } from '@shiji/contract/oversight'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'
import { Scope } from '#desk/shell/scope.ts'
import { enterWorkingYear } from '#desk/shell/working-year.ts'
import { ROOMS } from './edit/form-sheet.ts'
import { expertSheetsEntry, expertSheetsRoute } from './experts/expert-sheets-route.ts'

const year = z.coerce.number().int().min(1990).max(2100)

const projectsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/projects',
  validateSearch: Scope.extend({
    search: z.string().max(50).optional().catch(undefined),
    view: z.enum(['cards', 'table']).optional().catch(undefined),
  }),
  staticData: { scope: 'all-years' },
  component: lazyRouteComponent(() => import('./projects/projects-page.tsx'), 'ProjectsPage'),
})

const declareRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/declare',
  component: lazyRouteComponent(() => import('./import/bring-file-page.tsx'), 'BringFilePage'),
})

const lastYearRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/declare/last-year',
  component: lazyRouteComponent(() => import('./start/last-year-page.tsx'), 'LastYearPage'),
})

const renewalRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/declare/last-year/$formId',
  validateSearch: z.object({ year: year.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./start/renewal-page.tsx'), 'RenewalPage'),
})

const newFormRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/declare/new',
  validateSearch: z.object({ from: z.enum(['library']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./start/new-form-page.tsx'), 'NewFormPage'),
})

const libraryRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/library',
  component: lazyRouteComponent(() => import('./library/library-page.tsx'), 'LibraryPage'),
})

const rulesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/rules',
  validateSearch: z.object({ pack: z.string().max(100).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./rules/rules-page.tsx'), 'RulesPage'),
})

const reviewRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/declare/$documentId',
  validateSearch: z.object({ form: z.coerce.number().int().min(0).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./import/review-page.tsx'), 'ReviewPage'),
})

const formRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/projects/forms/$formId',
  validateSearch: z.object({
    room: z.enum(ROOMS).optional().catch(undefined),
    at: z.string().max(200).optional().catch(undefined),
    panel: z.enum(['library']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./edit/form-page.tsx'), 'FormPage'),
})

const sheetRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/projects/forms/$formId/sheet',
  component: lazyRouteComponent(() => import('./sheet/sheet-page.tsx'), 'SheetPage'),
})

const scoreRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/projects/forms/$formId/score',
  component: lazyRouteComponent(() => import('./score/score-page.tsx'), 'ScorePage'),
})

const selfEvaluationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/projects/forms/$formId/self-evaluation',
  component: lazyRouteComponent(() => import('./evaluation/self-evaluation-page.tsx'), 'SelfEvaluationPage'),
})

const reEvaluationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/projects/forms/$formId/re-evaluation',
  component: lazyRouteComponent(() => import('./reevaluation/re-evaluation-page.tsx'), 'ReEvaluationPage'),
})

const samplesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/re-evaluation',
  validateSearch: z.object({ year: year.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./reevaluation/samples-page.tsx'), 'SamplesPage'),
})

const resultsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/results',
  validateSearch: z.object({
    year: year.optional().catch(undefined),
    by: z.enum(['year', 'unit', 'kind']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./results/results-page.tsx'), 'ResultsPage'),
})

const projectRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/projects/$projectId',
  component: lazyRouteComponent(() => import('./results/project-page.tsx'), 'ProjectPage'),
})

const publicationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/projects/forms/$formId/publication',
  component: lazyRouteComponent(() => import('./results/publication-page.tsx'), 'PublicationPage'),
})

const moneyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/projects/$projectId/money',
  validateSearch: z.object({ year: year.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./money/money-page.tsx'), 'MoneyPage'),
})

const approvalRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/projects/forms/$formId/approval',
  component: lazyRouteComponent(() => import('./approval/approval-page.tsx'), 'ApprovalPage'),
})

const archiveRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/projects/forms/$formId/archive',
  component: lazyRouteComponent(() => import('./archive/archive-page.tsx'), 'ArchivePage'),
})

const monitoringRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/projects/forms/$formId/monitoring',
  validateSearch: z.object({ month: z.coerce.number().int().min(1).max(12).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./monitoring/monitoring-page.tsx'), 'MonitoringPage'),
})

const yearMonitoringRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/monitoring',
  validateSearch: Scope,
  staticData: { scope: 'this-year' },
  beforeLoad: enterWorkingYear,
  component: lazyRouteComponent(() => import('./monitoring/year-page.tsx'), 'YearPage'),
})

const rectificationsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/rectifications',
  validateSearch: Scope.extend({ standing: RectificationStanding.optional().catch(undefined) }),
  staticData: { scope: 'all-years' },
  component: lazyRouteComponent(() => import('./monitoring/ledger-page.tsx'), 'LedgerPage'),
})

const revisionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/projects/forms/$formId/revision',
  component: lazyRouteComponent(() => import('./revision/revision-page.tsx'), 'RevisionPage'),
})

const reviewsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reviews',
  validateSearch: z.object({ case: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./review/review-desk-page.tsx'), 'ReviewDeskPage'),
})

const version = z.coerce.number().int().min(1).optional().catch(undefined)

const versionsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/projects/forms/$formId/versions',
  validateSearch: z.object({ from: version, to: version }),
  component: lazyRouteComponent(() => import('./versions/versions-page.tsx'), 'VersionsPage'),
})

const group = { zh: '目标', en: 'Goals' }
const judging = { zh: '评价', en: 'Evaluation' }

export const formsFeature = {
  menu: [
    {
      domain: 'performance',
      group,
      title: { zh: '项目库', en: 'Projects' },
      path: '/projects',
      permission: 'performance.read',
    },
    {
      domain: 'performance',
      group,
      title: { zh: '目标申报', en: 'Declare' },
      path: '/declare',
      permission: 'performance.write',
    },
    {
      domain: 'performance',
      group,
      title: { zh: '审核台', en: 'Review desk' },
      path: '/reviews',
      permission: 'performance.read',
    },
    {
      domain: 'performance',
      group,
      title: { zh: '指标库', en: 'Indicator library' },
      path: '/library',
      permission: 'performance.read',
    },
    {
      domain: 'performance',
      group,
      title: { zh: '规则包', en: 'Rules' },
      path: '/rules',
      permission: 'performance.read',
    },
    {
      domain: 'performance',
      group: judging,
      title: { zh: '运行监控', en: 'Monitoring' },
      path: '/monitoring',
      permission: 'performance.read',
    },
    {
      domain: 'performance',
      group: judging,
      title: { zh: '整改台账', en: 'Corrections' },
      path: '/rectifications',
      permission: 'performance.read',
    },
    {
      domain: 'performance',
      group: judging,
      title: { zh: '复核', en: 'Re-evaluation' },
      path: '/re-evaluation',
      permission: 'performance.review',
    },
    { ...expertSheetsEntry, group: judging },
    {
      domain: 'performance',
      group: judging,
      title: { zh: '评价结果', en: 'Results' },
      path: '/results',
      permission: 'performance.read',
    },
  ],
  routes: [
    projectsRoute,
    declareRoute,
    lastYearRoute,
    renewalRoute,
    newFormRoute,
    libraryRoute,
    rulesRoute,
    expertSheetsRoute,
    reviewRoute,
    formRoute,
    sheetRoute,
    scoreRoute,
    selfEvaluationRoute,
    reEvaluationRoute,
    samplesRoute,
    resultsRoute,
    projectRoute,
    publicationRoute,
    moneyRoute,
    approvalRoute,
    monitoringRoute,
    yearMonitoringRoute,
    rectificationsRoute,
    revisionRoute,
    archiveRoute,
    reviewsRoute,
    versionsRoute,
  ],
} as const satisfies Feature
