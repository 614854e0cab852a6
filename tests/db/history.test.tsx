import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { commitmentTrail } from '#app/commitments/record/trail';
import { pledgeTrail } from '#app/financing/pledges/trail';
import { declareEndorsement } from '#app/frameworks/endorsements/operations.server';
import { endorsementPolicy } from '#app/frameworks/endorsements/policy';
import { endorsementTrail } from '#app/frameworks/endorsements/trail';
import { textFor } from '#app/languages/catalogues.server';
import { languages } from '#app/languages/language';
import { organisationPolicy } from '#app/members/organisations/policy';
import { organisationTrail } from '#app/members/organisations/trail';
import { database } from '#app/platform/database.server';
import type { Act } from '#app/records/history/model';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';
import type { TrailWords } from '#app/records/history/words';
import { reportPolicy } from '#app/reporting/reports/policy';
import { reportTrail } from '#app/reporting/reports/trail';
import { charterGroup, publishSession } from '#app/working-groups/operations.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { decisionTrail, groupTrail, sessionTrail } from '#app/working-groups/trail';
import { markupOf } from '#tests/harness/markup';
import { desk, holder, valueOf } from './accounts-world';
import { freeze, openReporting, planned, reportOf, signed, type ReportingWorld } from './reporting-world';
import { charter, heldSession, sessionRef } from './working-groups-world';

const all: Readonly<Record<string, TrailWords>> = {
  commitments: commitmentTrail, pledges: pledgeTrail, organisations: organisationTrail, endorsements: endorsementTrail,
  working_groups: groupTrail, sessions: sessionTrail, decisions: decisionTrail, reports: reportTrail,
};
let world: ReportingWorld;
/** One history of each kind, for a viewer. */
let histories: (viewer: Actor) => Promise<Readonly<Record<string, Act[] | undefined>>>;

beforeAll(async () => {
  world = await openReporting();
  const { now, coalition: coalition_id } = world;
  const made = valueOf(await charterGroup(permit(groupPolicy.charter, await desk(), { coalition_id }), { now }, { ...charter, texts: { en: { name: 'Data', mandate: 'Counts.' } } }));
  const chair = await holder('wg_chair', now, { working_group_id: made.id });
  const held = await heldSession({ now, chair, group: { ...made, coalition_id } }, { title: 'Agree on tariffs' });
  valueOf(await publishSession(permit(sessionPolicy.publish, chair, await sessionRef(held.id)), { now: world.later }));
  const decision = await database().selectFrom('decisions').select('id').where('ref', '=', held.decision).executeTakeFirstOrThrow();
  const version = await database().selectFrom('framework_versions').select('id').executeTakeFirstOrThrow();
  const party = { organisation_id: world.organisation, country_iso2: null, version_id: version.id };
  const endorsement = valueOf(await declareEndorsement(permit(endorsementPolicy.declare, world.focal, party), { now }, {
    endorsed_on: '2026-02-01', capacity: 'board', signatory: 'Chair of the board', statement: null, reservations: [],
  }));
  const report = await planned(world);
  await signed(world, report.ref);
  valueOf(await freeze(world, report.ref));
  const subject = await reportOf(report.ref);
  const ofGroup = { working_group_id: made.id, coalition_id };
  histories = async (viewer) => ({
    organisations: await historyFor(organisationPolicy.history, viewer, { id: world.organisation }, 'organisations', organisationTrail),
    endorsements: await historyFor(endorsementPolicy.history, viewer, endorsement, 'endorsements', endorsementTrail),
    working_groups: await historyFor(groupPolicy.history, viewer, { id: made.id, ...ofGroup }, 'working_groups', groupTrail),
    sessions: await historyFor(groupPolicy.history, viewer, { id: held.id, ...ofGroup }, 'sessions', sessionTrail),
    decisions: await historyFor(groupPolicy.history, viewer, { id: decision.id, ...ofGroup }, 'decisions', decisionTrail),
    reports: await historyFor(reportPolicy.history, viewer, subject, 'reports', reportTrail),
  });
});
afterAll(() => world.close());

describe('the words of a history', () => {
  it.each(Object.entries(all))('of %s name columns that the audit trail has of it, and stand in six languages', async (table, words) => {
    const fields = Object.keys(words.fields);
    const found = await sql<{ field: string }>`
      select c.table_name || '.' || c.column_name as field from information_schema.columns c join pg_trigger g on g.tgname = c.table_name || '_audit'
      where c.table_schema = 'public' and ${table}::text in (c.table_name::text, split_part(encode(g.tgargs, 'escape'), '\\000', 2))`.execute(database());
    expect(fields.filter((field) => !found.rows.some((row) => row.field === field))).toEqual([]);
    for (const language of languages) {
      const t = textFor(language, words.namespace);
      const keys = [...Object.values(words.acts), words.other, ...Object.values(words.fields).map(({ label }) => label)];
      expect(keys.filter((key) => t(key) === key || t(key) === key.split(':')[1])).toEqual([]);
    }
  });
});

describe('the history of a record', () => {
  it('is read by auditors, administrators and the desk, and by nobody else', async () => {
    const readers = [await desk(), world.officer, world.auditor, await holder('platform_admin', world.now)];
    for (const viewer of readers) expect(Object.values(await histories(viewer)).every((acts) => acts !== undefined)).toBe(true);
    for (const viewer of [anyone, world.focal, world.stranger, world.coordinator, world.reviewer]) {
      expect(Object.entries(await histories(viewer)).filter(([, acts]) => acts !== undefined).map(([kind]) => kind)).toEqual([]);
    }
  });

  it('tells every act with what changed', async () => {
    const told = await histories(world.auditor);
    const rules = (kind: string) => told[kind]?.map(({ rule }) => rule);
    expect(rules('organisations')).toEqual(['organisation:register']);
    expect(rules('endorsements')).toEqual(['endorsement:declare']);
    expect(rules('working_groups')).toEqual(['group:charter']);
    expect(rules('sessions')).toEqual(['session:publish', 'session:adjourn', 'session:start', 'session:convene', 'group:plan']);
    expect(rules('decisions')).toEqual(['session:run']);
    expect(rules('reports')?.[0]).toBe('report:freeze');
    expect(told['sessions']?.[0]?.changes).toEqual([{ field: 'sessions.status', before: 'adjourned', after: 'published' }]);
    expect(told['endorsements']?.[0]?.changes).toContainEqual({ field: 'endorsements.signatory', before: null, after: 'Chair of the board' });
  });

  it.each(languages)('is said in words: %s', async (language) => {
    const told = await histories(world.auditor);
    for (const [kind, acts] of Object.entries(told)) {
      const words = all[kind];
      if (words === undefined) throw new Error(kind);
      const html = markupOf(<Trail acts={acts} words={words} />, language);
      expect(html.match(/<li>/g)?.length ?? 0).toBeGreaterThan(0);
      // Neither a key that was not found nor a value as the database spells it.
      expect(html.replaceAll(/<time[^>]*>/g, '').match(/\b(?:adjourned|evidence_checked|in_progress|working_group|consensus|signed_off|[a-z_]+\.[a-z_]+\.[a-z_]+|\d{4}-\d{2}-\d{2})\b/g)).toBeNull();
    }
    expect(markupOf(<Trail acts={undefined} words={groupTrail} />, language)).toBe('');
  });
});
