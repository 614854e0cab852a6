import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { actsOn } from '#app/frameworks/endorsements/acts.server';
import { endorsementPolicy } from '#app/frameworks/endorsements/policy';
import { findEndorsement } from '#app/frameworks/endorsements/queries.server';
import { EndorsementDesk, EndorsementFacts, EndorsementOpening } from '#app/frameworks/endorsements/record';
import { endorsementTrail } from '#app/frameworks/endorsements/trail';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const record = await findEndorsement(viewer, params['ref'] ?? '', view);
  if (record === undefined) throw notFound();
  const t = textFor(view.language, 'frameworks');
  const trail = await historyFor(endorsementPolicy.history, viewer, record, 'endorsements', endorsementTrail);
  return { record, trail, acts: viewer.kind === 'person' ? actsOn(viewer, record) : {}, description: t('record.kick', { framework: record.framework_name, number: record.version }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data === undefined ? 'Concord' : `${data.record.party}, ${data.record.ref} | Concord` },
  { name: 'description', content: data?.description ?? '' },
];

export default function Endorsement() {
  const { record, trail, acts } = useLoaderData<typeof loader>();
  return (
    <>
      <EndorsementOpening record={record} />
      {Object.keys(acts).length > 0 && <EndorsementDesk record={record} acts={acts} />}
      <EndorsementFacts record={record} />
      <Trail acts={trail} words={endorsementTrail} />
    </>
  );
}
