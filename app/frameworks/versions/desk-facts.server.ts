import type { AppLoadContext } from '@remix-run/node';
import type { Params } from '@remix-run/react';
import type { PersonActor } from '#app/access/actor';
import { may, permit, type PermitFor } from '#app/access/permit';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import type { View } from '#app/commitments/readable.server';
import { notFound } from '#app/platform/http/answers.server';
import { isId } from '#app/platform/identity';
import { listConsultations, type Consultation } from '../consultations/queries.server';
import { frameworkPolicy } from '../policy';
import { freshnessOf } from '#app/records/translations/model';
import { draftClauses, earlierClauses, findDraft, type DraftClause, type DraftVersion, type EarlierClause } from './queries.server';

interface Asked {
  readonly request: Request;
  readonly params: Params;
  readonly context: AppLoadContext;
}

/** The version that an address of the desk names, and who asks. For others than the keepers of texts there is none. */
export async function draftAt({ request, params, context }: Asked): Promise<{ readonly viewer: PersonActor; readonly view: View; readonly draft: DraftVersion }> {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const draft = await findDraft(viewer, params['code'] ?? '', params['number'] ?? '', view);
  if (draft === undefined) throw notFound();
  return { viewer, view, draft };
}

/** The same, with the permit to write in it. */
export async function editAt(asked: Asked): Promise<Awaited<ReturnType<typeof draftAt>> & { readonly granted: PermitFor<typeof frameworkPolicy.edit> }> {
  const found = await draftAt(asked);
  return { ...found, granted: permit(frameworkPolicy.edit, found.viewer, found.draft) };
}

/** The same, with the id of the clause that the address names. */
export async function editClauseAt(asked: Asked): Promise<Awaited<ReturnType<typeof editAt>> & { readonly id: string }> {
  const id = asked.params['clause'] ?? '';
  if (!isId(id)) throw notFound();
  return { ...(await editAt(asked)), id };
}

/** What the desk of a draft shows. */
export interface VersionDesk {
  readonly draft: DraftVersion;
  readonly clauses: readonly DraftClause[];
  readonly earlier: readonly EarlierClause[];
  readonly consultations: readonly Consultation[];
  /** Why the viewer does not publish it, if so. */
  readonly why: string | undefined;
}

export async function deskOf(viewer: PersonActor, draft: DraftVersion, view: View): Promise<VersionDesk> {
  const [clauses, earlier, consultations] = await Promise.all([draftClauses(viewer, draft), earlierClauses(viewer, draft, view), listConsultations(viewer, view, { version_id: draft.id })]);
  const publishes = may(frameworkPolicy.publish, viewer, draft);
  return { draft, clauses, earlier, consultations, why: publishes.allowed ? undefined : publishes.reason };
}

/** How many clauses are in each state of a language: what publishing would leave open. */
export function openTranslations(draft: DraftVersion, clauses: readonly DraftClause[], language: string): Record<'missing' | 'outdated' | 'machine', number> {
  const states = clauses.map((clause) => freshnessOf(clause.words.find((words) => words.language === language), draft.authoritative_language, clause.text_version));
  const count = (state: string) => states.filter((one) => one === state).length;
  return { missing: count('missing'), outdated: count('outdated'), machine: count('machine') };
}
