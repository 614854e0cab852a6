import { permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import type { Subject } from '#app/reporting/figures/subjects';
import { addProfiles, draftProfile } from '#app/reporting/profiles/operations.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { sectionPolicy, type ReadRef } from '#app/reporting/sections/policy';
import { writeSection } from '#app/reporting/sections/texts/operations.server';
import type { Cast } from './people.server';
import { as, at, must } from './stage.server';

interface Written {
  readonly id: string;
  readonly coalition_id: string;
  readonly status: string;
}

/** A country, a group and a member that there is something to tell of. */
async function subjectsOf(coalition_id: string): Promise<Subject[]> {
  const group = await database().selectFrom('working_groups').select('ref').where('coalition_id', '=', coalition_id).where('visibility', '=', 'public').where('status', '=', 'active').orderBy('ref').executeTakeFirstOrThrow();
  const member = await database().selectFrom('commitments as c').innerJoin('organisations as o', 'o.id', 'c.lead_organisation_id').select('o.ref').where('c.coalition_id', '=', coalition_id).where('c.published_at', 'is not', null)
    .groupBy('o.ref').orderBy(({ fn }) => fn.countAll(), 'desc').orderBy('o.ref').executeTakeFirstOrThrow();
  return [{ kind: 'country', ref: 'KE' }, { kind: 'group', ref: group.ref }, { kind: 'member', ref: member.ref }];
}

/** Plans profiles in a report: of a country, a group and a member, each with who speaks for it. */
export async function profilesIn(cast: Cast, report: Written, added: Date): Promise<void> {
  await must(addProfiles(permit(reportPolicy.addProfiles, await as(cast.officer, added), report), at(added), await subjectsOf(report.coalition_id)));
}

const opening = {
  en: 'Kenya moved from pilots to whole counties this year. What that changed for learners stands below, with what is not known yet.',
  fr: 'Le Kenya est passé cette année des projets pilotes à des comtés entiers. Ce que cela a changé pour les apprenants est dit plus bas, avec ce que l’on ignore encore.',
} as const;

/** Writes first texts of its profiles from the data; the country's is then edited. */
export async function profilesWrittenIn(cast: Cast, report: Written, drafted: Date, edited: Date): Promise<void> {
  const sections = await database().selectFrom('report_sections').select(['id', 'owner_id', 'country_iso2']).where('report_id', '=', report.id).where('kind', '=', 'profile').orderBy('position').execute();
  for (const { id, owner_id, country_iso2 } of sections) {
    const subject: ReadRef = { ...report, section_id: id, section_status: 'drafting', left_out: false, owner_id, owners: [owner_id], chairs: [] };
    await must(draftProfile(permit(sectionPolicy.draft, await as(cast.officer, drafted), subject), at(drafted)));
    if (country_iso2 === null) continue;
    for (const language of ['en', 'fr'] as const) {
      const { heading, body } = await database().selectFrom('report_section_texts').select(['heading', 'body']).where('section_id', '=', id).where('language', '=', language).executeTakeFirstOrThrow();
      await must(writeSection(permit(sectionPolicy.write, await as(cast.officer, edited), subject), at(edited), undefined, language, { heading, body: `${opening[language]}\n\n${body}` }));
    }
  }
}
