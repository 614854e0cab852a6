import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import type { What } from '#app/commitments/drafting/model';
import { createDraft, saveWhat } from '#app/commitments/drafting/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { newId } from '#app/platform/identity';
import { closeDatabase, database, openDatabase } from '#app/platform/database.server';

/** Drafts as the portal writes them: the record and its parts, the audit trail, the key of the form. */
export async function openDesk(url: string) {
  openDatabase(url);
  const organisation = await database().selectFrom('organisations').select('id').orderBy('ref').executeTakeFirstOrThrow();
  const coalition = await database().selectFrom('coalitions').select('id').executeTakeFirstOrThrow();
  const nodes = await database().selectFrom('framework_nodes').select('id').orderBy('code').limit(2).execute();
  const { id } = await database().selectFrom('people').select('id').executeTakeFirstOrThrow();
  const role = { role: 'focal_point', organisation_id: organisation.id, coalition_id: null, working_group_id: null, country_iso2: null } as const;
  const writer: PersonActor = { kind: 'person', id, name: 'A member', language: 'en', time_zone: 'UTC', roles: [role], governments: [], affiliations: [] };
  const place = { coalition_id: coalition.id, lead_organisation_id: organisation.id, lead_country_iso2: null };
  const what: What = {
    language: 'en', title: 'Connect 140 schools in the northern counties', action: 'Each school gets a line and someone who keeps it running.', problem: null, type: 'infrastructure', nodes: nodes.map((node) => node.id),
    beneficiaries: ['rural_remote'], countries: [{ country_iso2: 'KE', share: '60' }, { country_iso2: 'UG', share: '40' }], learner_data: false, origin: null, visibility: 'public', embargo_until: null,
  };
  let serial = 0;
  const occasion = () => {
    serial += 1;
    return { now: new Date(), submission: newId() };
  };
  const made: string[] = [];
  const one = <Value>(result: { ok: true; value: Value } | { ok: false; problems: readonly unknown[] }): Value => {
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.value;
  };
  return {
    organisation: organisation.id, coalition: coalition.id, nodes: nodes.map((node) => node.id),
    create: async () => made.push(one(await createDraft(permit(commitmentPolicy.create, writer, place), occasion(), what)).id),
    update: async () => {
      const draft = { id: made[(serial + 1) % made.length] ?? '', ...place, status: 'draft' as const, submitted_by: null };
      one(await saveWhat(permit(commitmentPolicy.edit, writer, draft), occasion(), undefined, { ...what, title: `Connect ${serial} schools` }));
    },
    close: closeDatabase,
  };
}
