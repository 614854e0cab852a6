import { holdsAnywhere, secretariat, spokenFor, type Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { deskPolicy } from '#app/commitments/desk/policy';
import { commitmentPolicy, mayPromise } from '#app/commitments/policy';
import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import { inLanguage, paths } from '#app/paths';
import type { Entry } from '#app/ui/entry';

/** The menu of every page; the entry whose address begins the page's own is the current one. */
export function mainEntries(t: Text, language: Language, path: string): Entry[] {
  const to = paths.in(language);
  return marked(path, [
    [t('nav.commitments'), to.commitments()],
    [t('nav.countries'), to.countries()],
    [t('nav.financing'), to.financing()],
    [t('nav.reports'), to.reports()],
    [t('nav.working_groups'), to.workingGroups()],
    [t('nav.declaration'), to.declaration()],
    [t('nav.data'), to.data()],
  ]);
}

export function searchEntry(t: Text, language: Language, path: string): Entry {
  const href = paths.in(language).search();
  return { label: t('nav.search'), href, current: pathname(path) === href };
}

export function footColumns(t: Text, language: Language): { title: string; entries: Entry[] }[] {
  const to = paths.in(language);
  const column = (title: string, rows: readonly (readonly [string, string])[]) => ({ title: t(title), entries: rows.map(([label, href]) => ({ label: t(label), href, current: false })) });
  return [
    column('foot.promises', [['nav.commitments', to.commitments()], ['nav.countries', to.countries()], ['nav.members', to.members()], ['nav.requests', to.requests()], ['nav.platforms', to.platforms()], ['nav.financing', to.financing()], ['nav.declaration', to.declaration()]]),
    column('foot.work', [['nav.working_groups', to.workingGroups()], ['nav.sessions', to.sessions()], ['nav.decisions', to.decisions()], ['nav.recommendations', to.recommendations()], ['nav.actions', to.actions()]]),
    column('foot.reports', [['nav.reports', to.reports()], ['nav.indicators', to.indicators()], ['nav.data', to.data()], ['nav.methods', to.methods()]]),
    column('foot.site', [['nav.search', to.search()], ['nav.privacy', to.privacy()], ['nav.accessibility', to.accessibility()]]),
  ];
}

/** Which rows of the signed-in menu somebody gets: by the roles they hold anywhere. What they may do is decided page by page. */
type PlainEntry = 'my' | 'new_commitment' | 'cycles' | 'review' | 'commitment_desk' | 'imports' | 'applications' | 'duplicates' | 'people' | 'mail';
/** The room of a country is that of whoever coordinates it: `room:KE`. */
export type OwnEntry = PlainEntry | `room:${string}`;

export function ownEntriesOf(actor: Actor): OwnEntry[] {
  const desk = holdsAnywhere(actor, [...secretariat, 'platform_admin']);
  const reviews = may(commitmentPolicy.review, actor, { queue: true }).allowed;
  const promises = mayPromise(actor);
  const coordinated = actor.kind === 'person' ? actor.roles.flatMap((held) => (held.role === 'country_coordinator' && held.country_iso2 !== null ? [held.country_iso2] : [])) : [];
  return [
    'my',
    ...coordinated.map((iso2) => `room:${iso2}` as const),
    ...(promises ? (['new_commitment'] as const) : []),
    ...(promises || desk || reviews ? (['cycles'] as const) : []),
    ...(reviews ? (['review'] as const) : []),
    ...(may(deskPolicy.look, actor, { desk: true }).allowed ? (['commitment_desk'] as const) : []),
    ...(desk || spokenFor(actor).organisations.length > 0 ? (['imports'] as const) : []),
    ...(desk ? (['applications', 'duplicates', 'people', 'mail'] as const) : []),
  ];
}

const ownPaths: Readonly<Record<PlainEntry, string>> = {
  my: paths.my, new_commitment: paths.newCommitment, cycles: paths.cycles, review: paths.review, commitment_desk: paths.commitmentDesk(), imports: paths.imports, applications: paths.applications, duplicates: paths.duplicates(), people: paths.people, mail: paths.mailLog,
};

const isRoom = (entry: OwnEntry): entry is `room:${string}` => entry.startsWith('room:');

export function ownEntries(t: Text, path: string, entries: readonly OwnEntry[]): Entry[] {
  return marked(path, entries.map((entry) => (isRoom(entry) ? [t('own.room'), paths.countryRoom(entry.slice(5))] : [t(`own.${entry}`), ownPaths[entry]]) as readonly [string, string]));
}

/** The same page in each language; signed-in pages change the language of the profile instead and have none. */
export function languageHref(path: string, language: Language): string {
  return inLanguage(path, language);
}

const pathname = (path: string): string => path.split('?')[0] ?? '';

function marked(path: string, rows: readonly (readonly [string, string])[]): Entry[] {
  const here = pathname(path);
  return rows.map(([label, href]) => ({ label, href, current: here === href || here.startsWith(`${href}/`) }));
}
