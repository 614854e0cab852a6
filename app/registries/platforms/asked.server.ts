import type { LoaderFunctionArgs } from '@remix-run/node';
import { may, permit, type Rule } from '#app/access/permit';
import type { Actor } from '#app/access/actor';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import type { PlatformAct } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { platformPolicy, type PlatformRef } from './policy';
import { findPlatform } from './queries.server';

/** Who asks, and about which platform, in the edition that is being worked on; whoever does not work on it has the one that everybody reads. */
export async function askedPlatform({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const [shown, open] = await Promise.all([findPlatform(viewer, params['ref'] ?? '', view), findPlatform(viewer, params['ref'] ?? '', view, 'open')]);
  const record = open ?? shown;
  if (record === undefined) throw notFound();
  return { viewer, language: view.language, record };
}

/** The same with the permit for one act, else refused. */
export async function grantedPlatform<Name extends string>(args: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>, rule: Rule<Name, PlatformRef>) {
  const { viewer, ...asked } = await askedPlatform(args);
  return { ...asked, granted: permit(rule, viewer, asked.record) };
}

const rules: Readonly<Record<PlatformAct, Rule<string, PlatformRef>>> = {
  confirmation: platformPolicy.confirm, review: platformPolicy.review, publication: platformPolicy.publish, description: platformPolicy.describe, translation: platformPolicy.translate,
  return: platformPolicy.return, discontinuation: platformPolicy.discontinue, deletion: platformPolicy.delete,
};

/** What a viewer may do with a platform now, the step that waits first. */
export const actsOnPlatform = (viewer: Actor, platform: PlatformRef): readonly PlatformAct[] =>
  (Object.keys(rules) as PlatformAct[]).filter((act) => may(rules[act], viewer, platform).allowed);
