import { UnitId } from '@shiji/contract/directory'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { deskRoute } from '#desk/shell/desk-route.tsx'
import type { Feature } from '#desk/shell/feature.ts'
import { ArticleFrom, ArticleSearch } from './articles/article-search.ts'
import { TicketSearch } from './ticket-search.ts'

const ticketsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/tickets',
  validateSearch: TicketSearch,
  component: lazyRouteComponent(() => import('./tickets-page.tsx'), 'TicketsPage'),
})

const logRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/calls/new',
  component: lazyRouteComponent(() => import('./calls/log-call-page.tsx'), 'LogCallPage'),
})

const ticketRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/tickets/$ticketId',
  component: lazyRouteComponent(() => import('./ticket-page.tsx'), 'TicketPage'),
})

const complaintsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/complaints',
  validateSearch: z.object({ year: z.number().int().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./complaints/complaints-page.tsx'), 'ComplaintsPage'),
})

const unitSearch = z.object({ unitId: UnitId.optional().catch(undefined) })

const spotsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/spots',
  validateSearch: unitSearch,
  component: lazyRouteComponent(() => import('./spots/spots-page.tsx'), 'SpotsPage'),
})

const labelsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/spots/labels',
  validateSearch: unitSearch,
  component: lazyRouteComponent(() => import('./spots/spot-labels-page.tsx'), 'SpotLabelsPage'),
})

const linesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/service-lines',
  component: lazyRouteComponent(() => import('./lines/lines-page.tsx'), 'LinesPage'),
})

const surveysRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/surveys',
  validateSearch: z.object({ year: z.number().int().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./surveys/surveys-page.tsx'), 'SurveysPage'),
})

const surveyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/surveys/$surveyId',
  component: lazyRouteComponent(() => import('./surveys/survey-page.tsx'), 'SurveyPage'),
})

const problemsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/problems',
  validateSearch: z.object({ state: z.enum(['open', 'all']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./problems/problems-page.tsx'), 'ProblemsPage'),
})

const problemRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/problems/$problemId',
  component: lazyRouteComponent(() => import('./problems/problem-page.tsx'), 'ProblemPage'),
})

const figuresRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/ticket-times',
  validateSearch: z.object({
    year: z.number().int().optional().catch(undefined),
    by: z.enum(['severity', 'service', 'manner']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./figures-page.tsx'), 'FiguresPage'),
})

const changesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/changes',
  validateSearch: z.object({
    month: z.string().optional().catch(undefined),
    view: z.enum(['list', 'calendar']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./changes/changes-page.tsx'), 'ChangesPage'),
})

const changeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/changes/$changeId',
  component: lazyRouteComponent(() => import('./changes/change-page.tsx'), 'ChangePage'),
})

const articlesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/knowledge',
  validateSearch: ArticleSearch,
  component: lazyRouteComponent(() => import('./articles/articles-page.tsx'), 'ArticlesPage'),
})

const newArticleRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/knowledge/new',
  validateSearch: ArticleFrom,
  component: lazyRouteComponent(() => import('./articles/article-editor-page.tsx'), 'NewArticlePage'),
})

const articleRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/knowledge/$articleId',
  component: lazyRouteComponent(() => import('./articles/article-page.tsx'), 'ArticlePage'),
})

const changeArticleRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/knowledge/$articleId/edit',
  component: lazyRouteComponent(() => import('./articles/article-editor-page.tsx'), 'ChangeArticlePage'),
})

const majorsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/major-incidents',
  component: lazyRouteComponent(() => import('./majors/majors-page.tsx'), 'MajorsPage'),
})

const majorRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/major-incidents/$ticketId',
  component: lazyRouteComponent(() => import('./majors/major-page.tsx'), 'MajorPage'),
})

const mailboxRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/mailbox',
  component: lazyRouteComponent(() => import('./mail/mailbox-page.tsx'), 'MailboxPage'),
})

const group = { zh: '服务台', en: 'Service desk' }

export const ticketsFeature = {
  menu: [
    {
      domain: 'operations',
      group,
      title: { zh: '工单', en: 'Tickets' },
      path: '/tickets',
      permission: 'desk.read',
    },
    {
      domain: 'operations',
      group,
      title: { zh: '接报', en: 'Log a call' },
      path: '/calls/new',
      permission: 'desk.log',
    },
    {
      domain: 'operations',
      group,
      title: { zh: '重大事件', en: 'Major incidents' },
      path: '/major-incidents',
      permission: 'desk.read',
    },
    {
      domain: 'operations',
      group,
      title: { zh: '问题', en: 'Problems' },
      path: '/problems',
      permission: 'desk.read',
    },
    {
      domain: 'operations',
      group,
      title: { zh: '知识库', en: 'Knowledge' },
      path: '/knowledge',
      permission: 'desk.read',
    },
    {
      domain: 'operations',
      group,
      title: { zh: '变更', en: 'Changes' },
      path: '/changes',
      permission: 'desk.read',
    },
    {
      domain: 'operations',
      group,
      title: { zh: '投诉登记', en: 'Complaints' },
      path: '/complaints',
      permission: 'desk.read',
    },
    {
      domain: 'operations',
      group,
      title: { zh: '时限统计', en: 'How long it took' },
      path: '/ticket-times',
      permission: 'desk.read',
    },
    {
      domain: 'operations',
      group,
      title: { zh: '满意度调查', en: 'Surveys' },
      path: '/surveys',
      permission: 'desk.read',
    },
    {
      domain: 'operations',
      group,
      title: { zh: '服务分工', en: 'Who serves whom' },
      path: '/service-lines',
      permission: 'desk.organize',
    },
    {
      domain: 'operations',
      group,
      title: { zh: '报修二维码', en: 'Codes for faults' },
      path: '/spots',
      permission: 'desk.manage-spots',
    },
    {
      domain: 'system',
      group: { zh: '消息', en: 'Messages' },
      title: { zh: '服务台邮箱', en: 'Mailbox of the desk' },
      path: '/mailbox',
      permission: 'desk.manage-mail',
    },
  ],
  routes: [
    logRoute,
    ticketRoute,
    ticketsRoute,
    complaintsRoute,
    spotsRoute,
    labelsRoute,
    changesRoute,
    changeRoute,
    problemsRoute,
    problemRoute,
    figuresRoute,
    linesRoute,
    surveysRoute,
    surveyRoute,
    majorsRoute,
    majorRoute,
    articlesRoute,
    newArticleRoute,
    articleRoute,
    changeArticleRoute,
    mailboxRoute,
  ],
} as const satisfies Feature
