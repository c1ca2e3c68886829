import { createRouter, createWebHistory } from 'vue-router';
import { recallSession } from './session/session';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/sign-in', component: () => import('./session/SignInPage.vue'), meta: { bare: true, open: true } },
    { path: '/password', component: () => import('./session/PasswordPage.vue') },
    { path: '/account', component: () => import('./session/AccountPage.vue') },
    { path: '/', component: () => import('./worklist/WorklistPage.vue') },
    { path: '/catalogues', component: () => import('./catalogues/CataloguesPage.vue') },
    { path: '/catalogues/:catalogueId', component: () => import('./catalogues/CataloguePage.vue'), props: true },
    { path: '/board', component: () => import('./board/BoardPage.vue') },
    // The lists behind the board's other numbers: as the API calls them.
    { path: '/progress/freshness/catalogues', component: () => import('./board/freshness/CataloguesPage.vue') },
    { path: '/progress/coverage/items', component: () => import('./board/fields/ItemsPage.vue') },
    { path: '/obligations', component: () => import('./board/ObligationsPage.vue') },
    { path: '/obligations/:obligationId', component: () => import('./tasks/ObligationPage.vue'), props: true },
    { path: '/tasks', component: () => import('./tasks/TasksPage.vue') },
    { path: '/tasks/new', component: () => import('./tasks/NewTaskPage.vue') },
    { path: '/tasks/:taskId', component: () => import('./tasks/TaskPage.vue'), props: true },
    { path: '/urging', component: () => import('./urging/UrgingPage.vue') },
    { path: '/urging/new', component: () => import('./urging/NewNoticePage.vue') },
    { path: '/urging/:noticeId', component: () => import('./urging/NoticePage.vue'), props: true },
    // As letters call it.
    { path: '/rectifications/:noticeId', redirect: ({ params }) => `/urging/${String(params['noticeId'])}` },
    { path: '/reports', component: () => import('./reports/ReportsPage.vue') },
    { path: '/reports/:reportId', component: () => import('./reports/ReportPage.vue'), props: true },
    {
      path: '/audit',
      component: () => import('./audit/AuditPage.vue'),
      children: [
        { path: '', component: () => import('./shell/StatePage.vue'), beforeEnter: async () => (await import('./audit/tabs')).firstTab() },
        { path: 'decisions', component: () => import('./audit/decisions/DecisionsPage.vue') },
        { path: 'withheld', component: () => import('./audit/withheld/WithheldPage.vue') },
        { path: 'ratio', component: () => import('./audit/ratio/RatioPage.vue') },
        // The lists behind numbers: as the API calls them.
        { path: 'ratio/items', component: () => import('./audit/ratio/ItemsPage.vue') },
        { path: 'pace', component: () => import('./audit/pace/PacePage.vue') },
        { path: 'pace/decisions', component: () => import('./audit/pace/PacedPage.vue') },
        { path: 'reads', component: () => import('./audit/reads/ReadsPage.vue') },
        { path: 'samples', component: () => import('./audit/samples/SamplesPage.vue') },
        { path: 'packages', component: () => import('./audit/packages/PackagesPage.vue') },
        { path: 'system', component: () => import('./audit/system/SystemPage.vue') },
      ],
    },
    { path: '/checks', component: () => import('./checks/ChecksPage.vue') },
    { path: '/purges', component: () => import('./purge/PurgesPage.vue') },
    { path: '/purges/new', component: () => import('./purge/NewPurgePage.vue') },
    { path: '/purges/:purgeId', component: () => import('./purge/PurgePage.vue'), props: true },
    { path: '/calendar', component: () => import('./calendar/CalendarPage.vue') },
    {
      path: '/versions/:versionId',
      component: () => import('./version/VersionFrame.vue'),
      props: true,
      children: [
        { path: '', component: () => import('./version/overview/OverviewPage.vue') },
        { path: 'import', component: () => import('./workshop/import/ImportPage.vue') },
        { path: 'workshop', component: () => import('./workshop/table/TablePage.vue') },
        { path: 'review', component: () => import('./review/ReviewPage.vue') },
        { path: 'risk', component: () => import('./risk/RiskPage.vue') },
        { path: 'approval', component: () => import('./approval/ApprovalPage.vue') },
        { path: 'lens', component: () => import('./version/lens/LensPage.vue') },
        { path: 'replay', component: () => import('./replay/ReplayPage.vue') },
        { path: 'history', component: () => import('./version/history/HistoryPage.vue') },
      ],
    },
    { path: '/:anything(.*)', component: () => import('./shell/StatePage.vue') },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

router.beforeEach(async (to) => {
  const session = await recallSession().catch(() => null);
  if (!session) return to.meta['open'] ? true : { path: '/sign-in', query: { to: to.fullPath } };
  if (session.user.mustChangePassword && to.path !== '/password') return '/password';
  return true;
});
