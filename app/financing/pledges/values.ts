import type { PledgeFields } from './form';
import { recipientKey } from './model';
import type { PledgeRow } from './queries.server';
import { codeNames, isOwn } from './terms/codes';

/** What classifies a pledge, as its form posts it. */
export const classificationValues = (pledge: PledgeRow): PledgeFields => ({
  ...Object.fromEntries(codeNames.map((name) => [name, pledge[name] ?? undefined])),
  sectors: pledge.sectors.map(({ vocabulary, code, name, share }) => ({ sector: isOwn(vocabulary) ? vocabulary : `${vocabulary}:${code}`, name: name ?? undefined, share })),
  markers: pledge.markers.map((marker) => ({ ...marker })),
});

/** A pledge as its form posts it. */
export const valuesOf = (pledge: PledgeRow): PledgeFields => ({
  title: pledge.title, kind: pledge.kind, amount: pledge.ladder.announced, currency: pledge.currency, announced_on: pledge.announced_on, new_money: pledge.new_money, visibility: pledge.visibility,
  valuation_method: pledge.valuation_method ?? undefined, valued_on: pledge.valued_on ?? undefined, starts_on: pledge.starts_on ?? undefined, ends_on: pledge.ends_on ?? undefined,
  quantity: pledge.quantity ?? undefined, unit: pledge.unit ?? undefined, conditions: pledge.conditions ?? undefined, iati_identifier: pledge.iati_identifier ?? undefined,
  recipients: pledge.recipients.map((one) => ({ party: recipientKey(one), share: one.share })), ...classificationValues(pledge),
});
