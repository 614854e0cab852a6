import { permit } from '#app/access/permit';
import { changeMapping, endMapping, mapNodes } from '#app/frameworks/crosswalk/operations.server';
import { mappingPolicy } from '#app/frameworks/crosswalk/policy';
import { checkEndorsement, declareEndorsement, publishEndorsement } from '#app/frameworks/endorsements/operations.server';
import { endorsementPolicy, type Party } from '#app/frameworks/endorsements/policy';
import { declarationCode, type Relation } from '#app/frameworks/model';
import { draftVersion, type NodeForm } from '#app/frameworks/operations.server';
import { frameworkPolicy } from '#app/frameworks/policy';
import { publishVersion } from '#app/frameworks/versions/operations.server';
import { database } from '#app/platform/database.server';
import { CROSSWALK, FRAMEWORKS } from '#db/reference/frameworks/crosswalk';
import type { FrameworkNode } from '#db/reference/frameworks/framework';
import type { Cast } from './people.server';
import { as, at, must } from './stage.server';
import { chapters, pick, type Story } from './story';

/** The clauses of the Declaration by their codes. */
export interface Texts {
  readonly version_id: string;
  readonly clauses: ReadonlyMap<string, string>;
}

const treeOf = (nodes: readonly FrameworkNode[]): NodeForm[] => nodes.map(({ code, kind, title, text, children }) => ({ code, kind, title, text, children: treeOf(children) }));

/** Drafts and publishes the texts that ship, joins them by the crosswalk, and lets parties endorse the Declaration. */
export async function textsIn(story: Story, cast: Cast): Promise<Texts> {
  const founded = story.ago(chapters.founding - 2);
  const nodes = new Map<string, Map<string, string>>();
  const versions = new Map<string, string>();
  for (const framework of FRAMEWORKS) {
    const lead = await as(cast.lead, founded);
    const { id } = await must(draftVersion(permit(frameworkPolicy.draft, await as(cast.officer, founded), { code: framework.code }), at(founded), {
      name: framework.name, short_name: framework.shortName, standing: 'working_paraphrase', source: framework.source, nodes: treeOf(framework.nodes),
    }));
    await must(publishVersion(permit(frameworkPolicy.publish, lead, { id, status: 'draft', edited_by: cast.officer }), at(story.ago(chapters.founding - 2, 12))));
    const rows = await database().selectFrom('framework_nodes').select(['id', 'code']).where('version_id', '=', id).execute();
    nodes.set(framework.code, new Map(rows.map((row) => [row.code, row.id])));
    versions.set(framework.code, id);
  }
  const clauses = nodes.get(declarationCode) ?? new Map<string, string>();
  for (const { from, framework, to, relation, reason } of CROSSWALK) {
    const [from_node_id, to_node_id] = [clauses.get(from), nodes.get(framework)?.get(to)];
    if (from_node_id === undefined || to_node_id === undefined) continue;
    await must(mapNodes(permit(frameworkPolicy.map, await as(cast.lead, founded), { from_node_id }), at(founded), { to_node_id, relation, reason }));
  }
  await secondThoughts(story, cast, clauses, nodes);
  const texts = { version_id: versions.get(declarationCode) ?? '', clauses };
  await endorsementsIn(story, cast, texts);
  return texts;
}

/** The secretariat reads two mappings again: one is put right, one was none and ends. */
async function secondThoughts(story: Story, cast: Cast, clauses: ReadonlyMap<string, string>, nodes: ReadonlyMap<string, ReadonlyMap<string, string>>): Promise<void> {
  const later = story.ago(chapters.founding - 200);
  const draw = async (from: string, framework: string, to: string, relation: Relation, reason: string) => {
    const [from_node_id = '', to_node_id = ''] = [clauses.get(from), nodes.get(framework)?.get(to)];
    const founded = story.ago(chapters.founding - 3);
    return must(mapNodes(permit(frameworkPolicy.map, await as(cast.officer, founded), { from_node_id }), at(founded), { to_node_id, relation, reason }));
  };
  const { id: right } = await draw('P3.3', 'DATA-FOR-LEARNING', 'D2', 'contributes', 'Whoever keeps little data learns to work with it.');
  await must(changeMapping(permit(mappingPolicy.change, await as(cast.lead, later), { id: right, ended: false }), at(later), undefined, {
    relation: 'related', reason: 'Both are about people who handle data; keeping little of it teaches nobody to read it.',
  }));
  const { id: none } = await draw('P1.1', 'SDG', '4.6', 'related', 'Adults who cannot read are among those furthest behind.');
  await must(endMapping(permit(mappingPolicy.end, await as(cast.lead, later), { id: none, ended: false }), at(later), undefined, 'The line is about learners, and says nothing of literacy.'));
}

/** Every ministry's country but three, and two thirds of the others; two with a reservation. */
async function endorsementsIn(story: Story, cast: Cast, texts: Texts): Promise<void> {
  const parties = [
    ...cast.ministries.filter((_, number) => ![9, 17, 24].includes(number)).map((player) => ({ player, party: { organisation_id: null, country_iso2: player.iso2 } satisfies Party })),
    ...cast.others.filter((_, number) => number % 3 !== 2).map((player) => ({ player, party: { organisation_id: player.organisation_id, country_iso2: null } satisfies Party })),
  ];
  for (const [number, { player, party }] of parties.entries()) {
    const days = chapters.firstEndorsements - pick(number, 700);
    const declared = story.ago(days);
    const subject = { ...party, version_id: texts.version_id };
    const reserved = number === 6 || number === 31 ? [{ node_id: texts.clauses.get('P2.4') ?? '', statement: 'Subject to the approval of the national budget.' }] : [];
    const { id } = await must(declareEndorsement(permit(endorsementPolicy.declare, await as(player.focal_point, declared), subject), at(declared), {
      endorsed_on: story.dayAgo(days), capacity: party.country_iso2 === null ? 'Organisation' : 'Government', signatory: null, statement: null, reservations: reserved,
    }));
    if (number % 17 === 16) continue;
    const checked = story.ago(days - 3);
    await must(checkEndorsement(permit(endorsementPolicy.check, await as(cast.officer, checked), { ...party, id, status: 'declared', recorded_by: player.focal_point }), at(checked)));
    await must(publishEndorsement(permit(endorsementPolicy.publish, await as(cast.lead, checked), { ...party, id, status: 'evidence_checked', recorded_by: player.focal_point }), at(checked)));
  }
}
