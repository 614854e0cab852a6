import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { mappingPolicy } from '#app/frameworks/crosswalk/policy';
import { MappingPage } from '#app/frameworks/crosswalk/record';
import { mappingAt } from '#app/frameworks/crosswalk/request.server';
import { mappingTrail } from '#app/frameworks/crosswalk/trail';
import { sentenceOf } from '#app/frameworks/crosswalk/words';
import { textFor } from '#app/languages/catalogues.server';
import { listHistory } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';

export const handle = { access: { loader: 'mapping:history' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, mapping } = await mappingAt(args);
  const granted = permit(mappingPolicy.history, viewer, mapping);
  const trail = await listHistory(granted, 'node_mappings', mapping.id, Object.keys(mappingTrail.fields));
  return { mapping, trail, acts: may(mappingPolicy.change, viewer, mapping).allowed, title: sentenceOf(mapping, textFor(view.language, 'frameworks')) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function MappingRoute() {
  const { mapping, trail, acts, title } = useLoaderData<typeof loader>();
  return (
    <>
      <MappingPage mapping={mapping} acts={acts} title={title} />
      <Trail acts={trail} words={mappingTrail} />
    </>
  );
}
