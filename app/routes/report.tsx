import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';
import { Cover } from '#app/reporting/publication/cover';
import { requireEdition } from '#app/reporting/publication/edition.server';
import { editionMeta } from '#app/reporting/publication/meta';
import { reportPolicy } from '#app/reporting/reports/policy';
import { keptChanges } from '#app/reporting/snapshots/changes.server';
import { reportTrail } from '#app/reporting/reports/trail';
import { Launches } from '#app/working-groups/agenda/launches';
import { launchesOf } from '#app/working-groups/agenda/reports.server';

export const handle = { access: { loader: 'public' } };

export async function loader(asked: LoaderFunctionArgs) {
  const { edition, report, viewer, named } = await requireEdition(asked);
  const view = { language: edition.language, now: asked.context.now };
  return { edition, named, launches: await launchesOf(viewer, report.ref, view), changes: await keptChanges(edition.snapshot.id), trail: await historyFor(reportPolicy.history, viewer, report, 'reports', reportTrail) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => editionMeta(data?.edition);

export default function Report() {
  const { edition, named, changes, launches, trail } = useLoaderData<typeof loader>();
  return (
    <>
      <Cover edition={edition} named={named} changes={changes} />
      <Launches launches={launches} />
      <Trail acts={trail} words={reportTrail} />
    </>
  );
}
