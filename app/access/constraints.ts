import type { Problem } from './result';
import { problem } from './result';

/** The one map from a database constraint to what a person reads. A constraint that is not here is a bug, and is treated as one. */
const known: Readonly<Record<string, Problem>> = {
  commitments_dates: problem('commitments:problems.end_before_start', 'ends_on'),
  commitments_clause: problem('commitments:problems.clause_needed', 'nodes'),
  commitment_countries_total: problem('commitments:problems.shares_not_100', 'countries'),
  commitments_another_verifies: problem('access:problems.not_your_own'),
  progress_updates_another_accepts: problem('access:problems.not_your_own'),
  report_sections_another_signs: problem('access:problems.not_your_own'),
  endorsements_another_checks: problem('access:problems.not_your_own'),
  progress_updates_once: problem('reporting:problems.update_exists'),
  endorsements_one_live_organisation: problem('frameworks:problems.endorsed_already'),
  endorsements_one_live_country: problem('frameworks:problems.endorsed_already'),
  framework_nodes_code: problem('frameworks:problems.code_taken', 'code'),
  framework_nodes_continues_once: problem('frameworks:problems.continued_already', 'continues_id'),
  framework_versions_one_draft: problem('frameworks:problems.draft_exists'),
  framework_versions_another_publishes: problem('frameworks:reasons.another_publishes'),
  consultations_one_at_a_time: problem('frameworks:problems.consultation_overlaps', 'opens_on'),
  consultations_version: problem('frameworks:problems.consulted'),
  framework_nodes_parent: problem('frameworks:problems.clause_in_use'),
  node_mappings_from: problem('frameworks:problems.clause_in_use'),
  node_mappings_to: problem('frameworks:problems.clause_in_use'),
  agenda_items_node: problem('frameworks:problems.clause_in_use'),
  recommendation_nodes_node: problem('frameworks:problems.clause_in_use'),
  commitment_nodes_node: problem('frameworks:problems.clause_in_use'),
  endorsement_reservations_node: problem('frameworks:problems.clause_in_use'),
  node_mappings_pair: problem('frameworks:problems.mapped_already', 'to_node_id'),
  node_mappings_stay: problem('frameworks:problems.mapping_ended'),
  framework_versions_published_stay: problem('frameworks:problems.published_stays'),
  memberships_no_overlap: problem('members:problems.membership_overlaps', 'joined_on'),
  membership_applications_one_open: problem('members:problems.open_application', 'contact_mail'),
  membership_applications_enough_approvals: problem('members:problems.second_person'),
  application_acts_approval_once: problem('access:problems.not_your_own'),
  handovers_one_open: problem('handovers:problems.open_already'),
  adherences_no_overlap: problem('members:problems.adherence_overlaps', 'signed_on'),
  adherences_another_confirms: problem('access:problems.not_your_own'),
  organisation_identifiers_key: problem('members:problems.identifier_taken', 'identifier'),
  person_mails_key: problem('accounts:problems.address_taken', 'mail'),
  address_changes_one_open: problem('accounts:problems.change_waits', 'mail'),
  roles_last_lead: problem('accounts:problems.last_lead'),
  coalitions_one_national: problem('coalitions:problems.one_national', 'country_iso2'),
  coalitions_no_cycle: problem('coalitions:problems.no_cycle', 'parent_id'),
  coalitions_slug: problem('coalitions:problems.slug_taken', 'name'),
  pledge_recipients_total: problem('financing:problems.shares_not_100', 'recipients'),
  pledges_valuation: problem('financing:problems.valuation_method', 'valuation_method'),
  transactions_not_future: problem('financing:problems.future_date', 'transaction_on'),
  transactions_within_commitment: problem('financing:problems.beyond_commitment', 'excess_explanation'),
  transactions_reversal_once: problem('financing:problems.reversed_already'),
  transactions_reversal_mirrors: problem('financing:problems.reversal_mirrors'),
  exchange_rates_once: problem('financing:problems.rate_exists'),
  offers_another_decides: problem('access:problems.not_your_own'),
  pledges_offer_once: problem('financing:problems.converted_already'),
  votes_key: problem('working-groups:problems.one_vote'),
  sessions_number: problem('working-groups:problems.number_taken', 'number'),
};

/** The problem behind a driver's error, or undefined where the error is no expected one. */
export function problemOf(error: unknown): Problem | undefined {
  const name = typeof error === 'object' && error !== null && 'constraint_name' in error ? error.constraint_name : undefined;
  return typeof name === 'string' ? known[name] : undefined;
}
