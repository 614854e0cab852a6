import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { requireLanguage } from '#app/languages/request.server';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { notFound } from '#app/platform/http/answers.server';
import { minutesRefOf } from '#app/working-groups/minutes/lock.server';
import { MinutesPage } from '#app/working-groups/minutes/page';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { findMinutes } from '#app/working-groups/minutes/queries.server';
import { findSession } from '#app/working-groups/sessions/queries.server';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const session = await findSession(viewer, params['ref'] ?? '', { language: requireLanguage(params), now: context.now });
  const minutes = session === undefined ? undefined : await findMinutes(viewer, session);
  if (session === undefined || minutes === undefined) throw notFound();
  return {
    session, minutes, today: dayOf(context.now), ownZone: viewer.kind === 'person' ? viewer.time_zone : undefined,
    works: viewer.kind === 'person' && may(minutesPolicy.work, viewer, await minutesRefOf(database(), session)).allowed,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.session.ref ?? ''} ${data?.session.title ?? ''} | Concord` }, { name: 'description', content: data === undefined ? '' : `${data.minutes.record.labels.group}, ${data.session.ref}` }];

export default function SessionMinutes() {
  return <MinutesPage {...useLoaderData<typeof loader>()} />;
}
