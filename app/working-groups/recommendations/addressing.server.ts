import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import { dayOf } from '#app/platform/clock';
import { newId } from '#app/platform/identity';
import { change } from './life.server';
import { isAsked } from './model';
import { tellAddressees } from './notices.server';
import type { recommendationPolicy } from './policy';

export interface AddresseesForm {
  readonly secretariat: boolean;
  readonly constituencies: readonly string[];
  readonly organisations: readonly string[];
  readonly countries: readonly string[];
}

const nobody = { organisation_id: null, country_iso2: null, constituency: null, secretariat: false };

/** RC-4: says whom it is for. Once it is final, addressees are only added: who was asked stays asked, and who is added is told. */
export function addressRecommendation(granted: PermitFor<typeof recommendationPolicy.address>, occasion: Occasion, version: number, form: AddresseesForm): Promise<Result<{ ref: string }>> {
  return change(granted, occasion, version, async (tx, row) => {
    const known = await tx.selectFrom('organisations').select('id').where('id', 'in', [...form.organisations, row.id]).execute();
    const places = await tx.selectFrom('countries').select('iso2').where('iso2', 'in', [...form.countries, '']).execute();
    if (known.length < form.organisations.length || places.length < form.countries.length) return refused(problem('working-groups:problems.no_such_addressee', 'organisations'));
    const asked = [
      ...(form.secretariat ? [{ ...nobody, secretariat: true }] : []), ...form.constituencies.map((constituency) => ({ ...nobody, constituency })),
      ...form.organisations.map((organisation_id) => ({ ...nobody, organisation_id })), ...form.countries.map((country_iso2) => ({ ...nobody, country_iso2 })),
    ];
    const now = await tx.selectFrom('recommendation_addressees').selectAll().where('recommendation_id', '=', row.id).execute();
    const gone = row.final_on !== null ? [] : now.filter((one) => !asked.some((other) => keyOf(other) === keyOf(one)));
    const come = asked.filter((one) => !now.some((other) => keyOf(other) === keyOf(one)));
    if (gone.length > 0) await tx.deleteFrom('recommendation_addressees').where('id', 'in', gone.map(({ id }) => id)).execute();
    if (come.length > 0) await tx.insertInto('recommendation_addressees').values(come.map((one) => ({ id: newId(), recommendation_id: row.id, asked_on: dayOf(occasion.now), ...one }))).execute();
    if (isAsked(row.status)) await tellAddressees(tx, granted.actor, row, { what: 'final' }, occasion.now);
    return done({});
  });
}

const keyOf = (one: { readonly organisation_id: string | null; readonly country_iso2: string | null; readonly constituency: string | null }): string => one.organisation_id ?? one.country_iso2 ?? one.constituency ?? 'secretariat';
