import type { AppLoadContext } from '@remix-run/node';
import { languageOf, requireConfirmed } from '#app/accounts/viewer.server';
import { permit, type Rule } from '#app/access/permit';
import type { GroupAct } from '#app/paths';
import { database } from '#app/platform/database.server';
import { notFound } from '#app/platform/http/answers.server';
import { findGroup } from '#app/working-groups/queries.server';
import { ends, inTheWay } from './model';
import { peopleOfGroup } from './notices.server';
import { lifePolicy, type LifeRef } from './policy';
import { heirsToChoose, lackingOn, openActionsOf, standingOf, takersOf } from './queries.server';

interface Asked {
  readonly request: Request;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly context: AppLoadContext;
}

/** The group that an address names, for whoever may take it this step on. */
export async function lifeAt<Name extends string>({ request, params, context }: Asked, rule: Rule<Name, LifeRef>) {
  const person = await requireConfirmed(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const group = await findGroup(person, params['ref'] ?? '', view);
  if (group === undefined) throw notFound();
  return { person, view, group, granted: permit(rule, person, { ...group, ...(await takersOf(database(), group.id)) }) };
}

/** What its page shows: whom it tells; what the group lacks to begin; and, where it would end, what stands in the way and who can take the open actions. */
export async function lifePage(asked: Asked, act: GroupAct) {
  const { person, view, group } = await lifeAt<string>(asked, lifePolicy[act]);
  const readers = (await peopleOfGroup(database(), group, view.now)).filter((one) => one !== person.id).length;
  const lacks = act === 'commencement' ? await lackingOn(database(), group.id, view.now) : [];
  const shown = { ref: group.ref, name: group.name, version: group.version, readers, lacks };
  if (!ends(act)) return { ...shown, ending: undefined };
  const standing = await standingOf(database(), group.id, view.now);
  const [actions, heirs] = [await openActionsOf(database(), group.id), await heirsToChoose(person, group, view)];
  return { ...shown, ending: { standing, kinds: inTheWay(act, standing), actions: actions.length, heirs: heirs.map(({ person_id, name }) => ({ value: person_id, label: name })) } };
}
export type LifePageFacts = Awaited<ReturnType<typeof lifePage>>;
