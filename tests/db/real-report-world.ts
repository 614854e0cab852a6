import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { reportSections } from '#app/demo/report-stories';
import { acceptRegister } from '#app/frameworks/endorsements/registers.server';
import { endorsementPolicy } from '#app/frameworks/endorsements/policy';
import { frameworkPolicy } from '#app/frameworks/policy';
import { publishVersion } from '#app/frameworks/versions/operations.server';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { openFiles } from '#app/platform/files.server';
import { approveReport } from '#app/reporting/reports/approvals/operations.server';
import { approvalsOf, chairsOf } from '#app/reporting/reports/approvals/queries.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { freezeReport, publishReport } from '#app/reporting/reports/publication.server';
import { askForReplies, giveReply, nameMember } from '#app/reporting/reports/replies/operations.server';
import { sendSection, signOffSection } from '#app/reporting/sections/operations.server';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { writeSection } from '#app/reporting/sections/texts/operations.server';
import { sourceFile, sourceNames } from '#tests/harness/source-files';
import { holder, valueOf } from './accounts-world';
import { take } from './imports-world';
import { openReporting, planned, published as madePublic, reported, reportOf, sectionsOf } from './reporting-world';

/** The languages in which the report is written; the first decides. */
export const written = ['en', 'fr', 'ar'] as const;

export interface RealReport {
  readonly ref: string;
  /** When it is read. */
  readonly now: Date;
  readonly ownerUrl: string;
  readonly close: () => Promise<void>;
}

const now = new Date('2026-10-05T09:00:00Z');
const day = (after: number) => new Date(now.getTime() + after * 86_400_000);

/** Of what others published: promises, the register of a treaty, a text in one language, and organisations and activities with names in many. */
const files = ['framework', 'endorsements', 'commitments', 'members', 'activities'] as const satisfies readonly (keyof typeof sourceNames)[];

/** A coalition with its own commitments and those that others published, and its report over both: frozen, written in three languages, answered, published. */
export async function openRealReport(): Promise<RealReport> {
  const world = await openReporting();
  await openFiles(await mkdtemp(join(tmpdir(), 'concord-files-')));
  valueOf(await reported(world, await madePublic(world), '40'));
  const coalition_id = world.coalition;
  const lead = await holder('secretariat_lead', world.now, { coalition_id });
  for (const name of files) valueOf(await take(world.officer, sourceFile(sourceNames[name]), now));
  await settle(coalition_id, world.second);
  const { ref } = await planned(world);
  const desk = { lead, officer: world.officer, second: world.second };
  await writeIn(ref, desk);
  await published(ref, desk);
  return { ref, now: day(40), ownerUrl: world.ownerUrl, close: world.close };
}

interface Desk {
  readonly lead: PersonActor;
  readonly officer: PersonActor;
  readonly second: PersonActor;
}

/** As if every imported draft had been completed and published, every organisation admitted, the text put into force, and the register accepted. */
async function settle(coalition_id: string, second: PersonActor): Promise<void> {
  const draft = await sql<{ id: string }>`select v.id from framework_versions v join frameworks f on f.id = v.framework_id where f.code = 'DFI' and v.status = 'draft'`.execute(database());
  valueOf(await publishVersion(permit(frameworkPolicy.publish, second, { id: draft.rows[0]?.id ?? '', status: 'draft', edited_by: null }), { now }));
  valueOf(await acceptRegister(permit(endorsementPolicy.accept, second, { framework: 'UNFCCC' }), { now }));
  await database().transaction().execute(async (tx) => {
    await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
    await sql`update coalitions set licence = 'CC-BY-4.0' where id = ${coalition_id}::uuid`.execute(tx);
    await sql`create temporary table taken on commit drop as select id, row_number() over (order by ref) as at from commitments where status = 'draft' and type is null`.execute(tx);
    await sql`
      insert into commitment_nodes (commitment_id, node_id)
      select t.id, n.id from taken t join (select id, row_number() over (order by code, id) as at, count(*) over () as all from framework_nodes where kind = 'action_line'
        and version_id in (select id from framework_versions where status = 'published')) n on n.at = 1 + t.at % n.all on conflict do nothing`.execute(tx);
    await sql`update commitments set status = 'published', published_at = ${now}, type = 'policy', starts_on = '2026-01-01', ends_on = '2030-12-31' where id in (select id from taken)`.execute(tx);
    await sql`insert into memberships (id, coalition_id, organisation_id, category, status, joined_on)
      select gen_random_uuid(), ${coalition_id}, o.id, 'full', 'active', '2026-01-01' from organisations o where not exists (select from memberships m where m.organisation_id = o.id and m.coalition_id = ${coalition_id})`.execute(tx);
  });
}

/** Names and titles as their reporters wrote them, the longest of each language first; without digits, since those are no figures of the report. */
async function realWords(): Promise<{ names: string[]; titles: string[] }> {
  const names = await sql<{ name: string }>`select name from organisations where name !~ '[0-9]' order by length(name) desc, name limit 8`.execute(database());
  const titles = await sql<{ title: string }>`
    select title from (select language, title, row_number() over (partition by language order by length(title) desc, title) as nth from (select distinct language, title from activity_texts where title !~ '[0-9]') x) y
    where nth <= 3 order by language, nth`.execute(database());
  return { names: names.rows.map((row) => row.name), titles: titles.rows.map((row) => row.title) };
}

const listed = (words: readonly string[]) => words.map((one) => `- ${one.replaceAll(/[*_`#[\]<>\\]/g, String.raw`\$&`)}`).join('\n');
const added: Readonly<Record<(typeof written)[number], readonly [members: string, activities: string]>> = {
  en: ['### Members with the longest names', '### Activities as their reporters named them'],
  fr: ['### Les membres aux noms les plus longs', '### Des activités sous le nom que leur ont donné ceux qui les déclarent'],
  ar: ['### الأعضاء ذوو أطول الأسماء', '### أنشطة كما سمّاها من أبلغ عنها'],
};

/** The chapters in three languages with real words in them; the chapter on money is not translated into Arabic, and the French one on what is not known is out of date. */
async function writeIn(ref: string, { officer, second }: Desk): Promise<void> {
  const told = new Map(reportSections(2026).map(({ kind, texts }) => [kind as string, texts]));
  const { names, titles } = await realWords();
  for (const section of await sectionsOf(ref)) {
    const write = async (language: Language, body: string, heading: string) => valueOf(await writeSection(permit(sectionPolicy.write, officer, section.subject), { now }, undefined, language, { heading, body }));
    const texts = told.get(section.kind);
    if (texts === undefined) throw new Error(`nothing is told of ${section.kind}`);
    for (const language of written) {
      const { heading, body } = texts[language] ?? { heading: '', body: '' };
      if (section.kind === 'money' && language === 'ar') await write('ar', '', heading);
      else await write(language, section.kind === 'work' ? [body, added[language][0], listed(names), added[language][1], listed(titles)].join('\n\n') : body, heading);
    }
    if (section.kind === 'data_gaps') await write('en', `${texts.en?.body ?? ''} What nobody asked is not known either.`, texts.en?.heading ?? '');
    const state = async () => (await sectionsOf(ref)).find(({ id }) => id === section.id)!.subject;
    if ((await state()).section_status !== 'in_review') valueOf(await sendSection(permit(sectionPolicy.send, officer, await state()), { now }));
    valueOf(await signOffSection(permit(sectionPolicy.signOff, second, await state()), { now }));
  }
}

/** Frozen; the member with the longest name is named, and replies in French; approved by two when the window is over. */
async function published(ref: string, { lead, officer, second }: Desk): Promise<void> {
  const report = await reportOf(ref);
  valueOf(await freezeReport(permit(reportPolicy.freeze, officer, report), { now }, report.cycle_ref));
  const named = await database().selectFrom('organisations').select(['id']).where('name', '!~', '[0-9]').orderBy(sql`length(name)`, 'desc').orderBy('name').executeTakeFirstOrThrow();
  const party = { organisation_id: named.id, country_iso2: null };
  const { id } = valueOf(await nameMember(permit(reportPolicy.name, officer, await reportOf(ref)), { now }, { position: 2, figure_key: 'standing', ...party, about: 'Nothing was heard of what it promised.', language: 'en' }));
  valueOf(await askForReplies(permit(reportPolicy.ask, officer, await reportOf(ref)), { now }, { working_days: 10, nobody: null }));
  const speaker = await holder('focal_point', now, { organisation_id: named.id });
  valueOf(await giveReply(permit(reportPolicy.reply, speaker, { ...(await reportOf(ref)), ...party, window_open: true }), { now: day(2) }, id, undefined, { reply: 'Nous avons rendu compte au ministère ; la mise à jour suivra.', language: 'fr' }));
  const chairs = await chairsOf(database(), report.coalition_id, day(30));
  const other = chairs[0] === undefined ? second : await holder('wg_chair', now, { working_group_id: chairs[0] });
  for (const who of [lead, other]) {
    valueOf(await approveReport(permit(reportPolicy.approve, who, { ...(await reportOf(ref)), approvals: await approvalsOf(who, report.id), chairs }), { now: day(30) }));
  }
  valueOf(await publishReport(permit(reportPolicy.publish, lead, await reportOf(ref)), { now: day(31) }));
}
