import { index, route, type RouteConfigEntry } from '@remix-run/route-config';

/** Cycles, updates and reports: pages for who is signed in. */
export const reportingPages: RouteConfigEntry[] = [
  ...['verification', 'contest', 'reply', 'settlement'].map((act) => route(`commitments/:ref/updates/:cycle/${act}`, `routes/update-${act}.tsx`)),
  route('updates/:cycle', 'routes/updates.tsx'),
  route('cycles', 'routes/cycles.tsx'),
  route('cycles/:ref', 'routes/cycle.tsx'),
  route('cycles/:ref/report', 'routes/cycle-report.tsx'),
  ...['nudges', 'edit', 'exceptions', 'acceptances'].map((act) => route(`cycles/:ref/${act}`, `routes/cycle-${act}.tsx`)),
  route('cycles/:ref/extensions/:party', 'routes/cycle-extension.tsx'),
  route('cycles/:ref/exceptions/:commitment/end', 'routes/cycle-exception-end.tsx'),
  route('cycles/:cycle/updates/:commitment', 'routes/update-review.tsx'),
  route('cycles/:cycle/updates/:commitment/acceptance', 'routes/update-acceptance.tsx'),
  route('reports/:ref/edit', 'routes/report-desk.tsx', [
    index('routes/report-desk.index.tsx'),
    route('freeze', 'routes/report-desk.freeze.tsx'),
    ...['window', 'approvals', 'publication'].map((act) => route(act, `routes/report-desk.${act}.tsx`)),
  ]),
  route('reports/:ref/edit/figures', 'routes/report-gallery.tsx'),
  route('reports/:ref/edit/profiles', 'routes/report-profiles.tsx'),
  route('reports/:ref/edit/since', 'routes/report-since.tsx'),
  route('reports/:ref/edit/replies', 'routes/report-naming.tsx'),
  route('reports/:ref/edit/replies/:id/removal', 'routes/report-naming-removal.tsx'),
  route('reports/:ref/edit/correction', 'routes/report-correction.tsx'),
  route('reports/:ref/edit/errata', 'routes/report-erratum.tsx'),
  route('reports/:ref/replies/:id', 'routes/report-reply.tsx'),
  route('reports/:ref/edit/:position/versions', 'routes/report-section-versions.tsx'),
  route('reports/:ref/edit/:position/omission', 'routes/report-section-omission.tsx'),
  route('reports/:ref/edit/:position', 'routes/report-section.tsx', [
    index('routes/report-section.index.tsx'),
    ...['text', 'owner', 'review', 'return', 'approval', 'comments', 'restoration', 'check', 'draft', 'inclusion'].map((act) => route(act, `routes/report-section.${act}.tsx`)),
    ...['answers', 'settlement'].map((act) => route(`comments/:comment/${act}`, `routes/report-section.${act}.tsx`)),
  ]),
];
