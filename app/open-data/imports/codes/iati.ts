import { ACTIVITY_STATUSES as activityStatuses } from '#db/reference/iati/activity-status';
import { AID_TYPES as aidTypes } from '#db/reference/iati/aid-type';
import { BUDGET_STATUSES as budgetStatuses, BUDGET_TYPES as budgetTypes } from '#db/reference/iati/budget';
import { FLOW_TYPES as flowTypes } from '#db/reference/iati/flow-type';
import { ORGANISATION_ROLES as organisationRoles } from '#db/reference/iati/organisation-role';
import { ORGANISATION_TYPES as organisationTypes } from '#db/reference/iati/organisation-type';
import { TIED_STATUSES as tiedStatuses } from '#db/reference/iati/tied-status';
import { TRANSACTION_TYPES as transactionTypes } from '#db/reference/iati/transaction-type';

/**
 * Codes of IATI 2.03 that imports meet, withdrawn ones included: sources published while they were valid. Lists that the portal
 * itself offers live in `db/reference/iati`; the others are only checked here.
 * Source: IATI codelists, embedded lists of version 2.03 and non-embedded lists of June 2026.
 */
const list = (codes: string): ReadonlySet<string> => new Set(codes.split(' '));
const offered = (codes: readonly { readonly code: string }[]): ReadonlySet<string> => new Set(codes.map(({ code }) => code));

export const TRANSACTION_TYPES = offered(transactionTypes);
export const ACTIVITY_STATUSES = offered(activityStatuses);
export const ACTIVITY_DATE_TYPES = list('1 2 3 4');
export const ACTIVITY_SCOPES = list('1 2 3 4 5 6 7 8');
export const BUDGET_TYPES = offered(budgetTypes);
export const BUDGET_STATUSES = offered(budgetStatuses);
export const DESCRIPTION_TYPES = list('1 2 3 4');
export const ORGANISATION_ROLES = offered(organisationRoles);
export const ORGANISATION_TYPES = offered(organisationTypes);
export const COLLABORATION_TYPES = list('1 2 3 4 6 7 8');
export const FLOW_TYPES = offered(flowTypes);
export const TIED_STATUSES = offered(tiedStatuses);
export const REGION_VOCABULARIES = list('1 2 99');
/** FinanceType in full: the portal offers only the common ones. */
export const FINANCE_TYPES = list(
  '1 2 3 4 110 111 210 211 310 311 410 411 412 413 414 421 422 423 424 425 431 432 433 451 452 453 510 511 512 520 530 610 611 612 613 614 615 616 617 618 620 621 622 623 624 625 626 627 630 631 632 633 634 635 636 637 638 639 710 711 712 810 811 910 911 912 913 1100',
);
/** Region in vocabulary 1 (OECD DAC). */
export const DAC_REGIONS = list('88 89 189 289 298 380 389 489 498 589 619 679 689 789 798 889 998 1027 1028 1029 1030 1031 1032 1033 1034 1035');
/** AidType by AidTypeVocabulary: OECD DAC, earmarking category; the lists of vocabularies 3 and 4 are open. */
export const AID_TYPES: Readonly<Record<string, ReadonlySet<string> | null>> = {
  '1': offered(aidTypes),
  '2': list('1 2 3 4'),
  '3': null,
  '4': null,
};
