import type { AppLoadContext } from '@remix-run/node';
import type { Params } from '@remix-run/react';
import type { PersonActor } from '#app/access/actor';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import type { View } from '#app/commitments/readable.server';
import { notFound } from '#app/platform/http/answers.server';
import { declarationCode, inOrder } from '../model';
import { wordsOfClauses, type ClauseWords } from '../queries.server';
import { sidesAsked } from './page.server';
import { findMapping, sideVersions, type Mapping, type SideVersion } from './queries.server';

interface Asked {
  readonly request: Request;
  readonly params: Params;
  readonly context: AppLoadContext;
}

/** The mapping that an address names, and who asks. */
export async function mappingAt({ request, params, context }: Asked): Promise<{ readonly viewer: PersonActor; readonly view: View; readonly mapping: Mapping }> {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const mapping = await findMapping(viewer, params['id'] ?? '', view);
  if (mapping === undefined) throw notFound();
  return { viewer, view, mapping };
}

type Half = { readonly version: SideVersion; readonly clauses: readonly ClauseWords[] };

/** The two versions that an address names, with their clauses: what a new mapping can join. */
export async function sidesAt(viewer: PersonActor, request: Request, view: View): Promise<readonly [Half, Half]> {
  const asked = new URL(request.url).searchParams;
  const [from, to] = sidesAsked(await sideVersions(viewer, view, declarationCode), asked.get('from') ?? '', asked.get('to') ?? '');
  if (from === undefined || to === undefined || from.id === to.id) throw notFound();
  const half = async (version: SideVersion): Promise<Half> => ({ version, clauses: inOrder(await wordsOfClauses(viewer, version.id, view)) });
  return Promise.all([half(from), half(to)]);
}
