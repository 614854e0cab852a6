import { number, plain, worded, type TrailField, type TrailWords } from '#app/records/history/words';
import { codeLists, codeNames, codeWords, dacWords, markerWords, significanceWords } from './terms/codes';
import { units } from './terms/model';
import { linkKinds, linkStates } from '#app/financing/links/model';
import { newMoneyAnswers, pledgeKinds, pledgeStatuses, valuationMethods, visibilities } from './model';

/** How the history of a pledge and its transactions is said. */
export const pledgeTrail: TrailWords = {
  namespace: 'financing',
  acts: {
    'pledge:create': 'trail.act.create', 'pledge:edit': 'trail.act.edit', 'pledge:confirm': 'trail.act.confirm', 'pledge:classify': 'terms.correct', 'pledge:reduce': 'trail.act.reduce', 'pledge:cancel': 'trail.act.cancel',
    'pledge:record_transaction': 'trail.act.record_transaction', 'pledge:reverse_transaction': 'trail.act.reverse_transaction',
    'tranche:create': 'trail.act.tranche_create', 'tranche:edit': 'trail.act.tranche_edit', 'tranche:cancel': 'trail.act.tranche_cancel', 'tranche:pay': 'trail.act.tranche_pay',
    'pledge:verify': 'trail.act.verify',
    'funding_link:propose': 'trail.act.link_propose', 'funding_link:decide': 'trail.act.link_decide', 'funding_link:decline': 'trail.act.link_decline', 'funding_link:change': 'trail.act.link_change',
    'funding_link:end': 'trail.act.link_end', 'funding_link:object': 'trail.act.link_object', 'funding_link:search': 'trail.act.link_search',
  },
  other: 'trail.act.other',
  fields: {
    'pledges.status': worded('trail.field.status', 'status', pledgeStatuses), 'pledges.title': plain('trail.field.title'), 'pledges.kind': worded('trail.field.kind', 'kind', pledgeKinds),
    'pledges.amount': number('trail.field.amount'), 'pledges.currency': plain('trail.field.currency'),
    'pledges.valuation_method': worded('trail.field.valuation_method', 'valuation', [...valuationMethods, 'not_recorded']), 'pledges.valued_on': plain('trail.field.valued_on'),
    'pledges.announced_on': plain('trail.field.announced_on'), 'pledges.starts_on': plain('trail.field.starts_on'), 'pledges.ends_on': plain('trail.field.ends_on'),
    'pledges.new_money': worded('trail.field.new_money', 'new_money', newMoneyAnswers), 'pledges.visibility': worded('trail.field.visibility', 'visibility', visibilities),
    'pledges.quantity': number('terms.quantity'), 'pledges.unit': worded('terms.of', 'terms.unit', units),
    ...Object.fromEntries(codeNames.map((name): [string, TrailField] => [`pledges.${name}`, { label: `terms.${name}`, say: (value, _, language) => codeWords(codeLists[name], value, language) }])),
    'pledge_sectors.code': { label: 'terms.trail_sector', say: (value, _, language) => dacWords(value, language) },
    'pledge_sectors.share': number('terms.trail_share'),
    'pledge_markers.marker': { label: 'terms.trail_marker', say: (value, _, language) => markerWords(value, language) },
    'pledge_markers.significance': { label: 'terms.trail_significance', say: (value, _, language) => significanceWords(value, language) },
    'pledges.conditions': plain('trail.field.conditions'), 'pledge_recipients.share': number('trail.field.share'), 'transactions.value': number('trail.field.value'),
    'pledge_verifications.disbursed': number('trail.field.verified'), 'tranches.amount': number('trail.field.tranche_amount'), 'tranches.due_on': plain('trail.field.due_on'), 'tranches.condition': plain('trail.field.condition'), 'tranches.cancelled_why': plain('trail.field.cancelled_why'),
    'funding_links.kind': worded('links.kind_head', 'links.kind', linkKinds), 'funding_links.amount': number('links.amount'), 'funding_links.state': worded('links.state_head', 'links.state', linkStates),
  },
};
