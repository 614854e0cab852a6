import { isTest, linesOf, type SourceFile } from './source';

/** A rule of the house: what it forbids, why, and which places of a file break it. */
export interface HouseRule {
  readonly name: string;
  readonly because: string;
  /** What is wrong in a file; empty when nothing is. */
  readonly breaches: (file: SourceFile) => readonly string[];
  /** A file that breaks it: the test shows that the rule can fail. */
  readonly planted: { readonly path: string; readonly text: string };
}

/** The domains in the order in which their operations may call each other: earlier ones never know later ones. */
export const domains = ['records', 'coalitions', 'members', 'frameworks', 'countries', 'commitments', 'financing', 'working-groups', 'registries', 'reporting', 'following', 'handovers', 'open-data', 'site'] as const;

const folderOf = (path: string): string | undefined => /^app\/([^/]+)\//.exec(path)?.[1];

/** What each folder under app may import from under app, besides itself. `paths` and the shells stand at the top level. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  languages: ['platform'],
  ui: ['languages', 'platform'],
  document: ['languages', 'platform'],
  charts: ['ui', 'languages', 'platform'],
  form: ['ui', 'languages', 'platform', 'access'],
  table: ['form', 'ui', 'languages', 'platform'],
  access: ['languages', 'platform'],
  mail: ['access', 'form', 'table', 'ui', 'languages', 'platform', 'paths'],
};

const importsBetween = (file: SourceFile): readonly string[] => {
  const from = folderOf(file.path);
  const allowed = from === undefined ? undefined : mayImport[from];
  if (from === undefined || allowed === undefined || isTest(file.path)) return [];
  return file.imports.flatMap((target) => {
    const to = folderOf(`${target}/`);
    return to === undefined || to === from || allowed.includes(to) ? [] : [`${from} imports ${target}`];
  });
};

/** Operations reach only into domains that stand earlier in the order; queries may read anywhere. */
const backwards = (file: SourceFile): readonly string[] => {
  const from = domains.findIndex((one) => one === folderOf(file.path));
  if (from === -1 || !/(operations|intake|publication)\.server\.ts$/.test(file.path)) return [];
  return file.imports.flatMap((target) => {
    const to = domains.findIndex((one) => one === folderOf(`${target}/`));
    return to > from && /operations\.server|intake\.server/.test(target) ? [`imports ${target}, which stands later`] : [];
  });
};

const writing = /\.(insertInto|updateTable|deleteFrom)\(\s*'([a-z_]+)/g;
const rawWriting = /\b(insert into|update|delete from)\s+([a-z_]+)/gi;

/** Which folder owns a table: its rows are written there and nowhere else. */
export const tableOwners: Readonly<Record<string, string>> = {
  ...owned('platform', 'audit_log audit_seals outbox_mails jobs files ref_counters rate_limits'),
  ...owned('access', 'form_submissions'),
  ...owned('accounts', 'credentials login_sessions one_time_links kept_forms address_changes'),
  ...owned('records', 'remarks saved_views'),
  ...owned('coalitions', 'coalitions coalition_texts coalition_versions'),
  ...owned('working-groups', 'action_reminders recommendation_versions recommendation_addressees recommendation_responses'),
  ...owned('members', 'people person_mails letter_refusals affiliations roles organisations organisation_identifiers organisation_names organisation_duplicates organisation_pairs memberships membership_applications application_acts membership_suspensions instruments instrument_texts adherences'),
  ...owned('frameworks', 'frameworks framework_texts framework_versions framework_nodes framework_node_texts node_mappings endorsements endorsement_reservations consultations consultation_clauses consultation_comments comment_addresses coverage_changes coverage_facts coverage_cells'),
  ...owned('countries', 'support_requests support_request_texts support_request_nodes support_request_beneficiaries offers offer_texts offer_nodes offer_countries indicator_values benchmarks fiscal_years budget_lines'),
  ...owned('commitments', 'commitments commitment_texts commitment_nodes commitment_countries commitment_beneficiaries commitment_partners milestones teacher_involvements data_gaps goals amendments safeguards commitment_tags commitment_nudges'),
  ...owned('financing', 'pledges pledge_recipients pledge_sectors pledge_markers activities activity_texts activity_countries activity_participants activity_budgets transactions exchange_rates tranches pledge_verifications transaction_verifications financing_changes financing_currencies financing_facts financing_givers financing_entries financing_cells reconciliations reconciliation_acts funding_links funding_link_objections'),
  ...owned('working-groups', 'working_groups working_group_texts working_group_steps working_group_nodes working_group_terms working_group_term_texts working_group_minimums working_group_dimensions working_group_dimension_texts seats sessions session_seats session_minimums attendances session_presences agenda_items agenda_notes decisions votes ballots ballot_seats ballot_votes action_items recommendations recommendation_decisions recommendation_nodes session_links agenda_proposals agenda_papers session_invitations calendar_feeds'),
  ...owned('working-groups', 'meetings meeting_texts meeting_registrations takeaways takeaway_nodes recommendation_takeaways session_guests session_minutes minutes_passages minutes_authors minutes_amendments minutes_seals minutes_names minutes_errata'),
  ...owned('registries', 'platforms platform_editions platform_texts'),
  ...owned('reporting', 'cycles cycle_extensions cycle_exceptions cycle_nudges progress_updates goal_values verifications contests reports report_texts report_sections report_section_texts report_section_versions report_section_comments snapshots snapshot_rows snapshot_changes report_figures report_figure_records report_files report_replies report_approvals report_errata'),
  ...owned('reporting', 'outcome_reports outcome_texts outcome_authors outcome_rows outcome_comments outcome_outputs'),
  ...owned('following', 'follows follow_rhythms digests'),
  ...owned('handovers', 'handovers'),
  ...owned('open-data', 'imports import_errors'),
};

function owned(folder: string, tables: string): Record<string, string> {
  return Object.fromEntries(tables.split(' ').map((table) => [table, folder]));
}

const writesAway = (file: SourceFile): readonly string[] => {
  const folder = folderOf(file.path);
  if (folder === undefined || isTest(file.path)) return [];
  const written = [...file.text.matchAll(writing), ...[...file.text.matchAll(rawWriting)].filter((match) => /sql[<`]/.test(file.text.slice(Math.max(0, (match.index ?? 0) - 400), match.index)))].map((match) => match[2] ?? '');
  return written.flatMap((table) => {
    const owner = tableOwners[table];
    return owner === undefined || owner === folder ? [] : [`writes ${table}, which belongs to ${owner}`];
  });
};

const forbiddenNames = ['utils', 'helpers', 'common', 'shared', 'misc', 'manager', 'service', 'data', 'index'];

/** Budgets in lines: a file that outgrows its own becomes a folder split by noun. */
function budgetOf(path: string): number | undefined {
  if (!path.startsWith('app/') || isTest(path) || path.includes('/languages/') || path.startsWith('app/demo/')) return undefined;
  if (path.startsWith('app/routes/')) return 200;
  return path.endsWith('.tsx') ? 300 : 350;
}

const found = (condition: boolean, said: string): readonly string[] => (condition ? [said] : []);
const source = (path: string, text: string) => ({ path, text });

export const houseRules: readonly HouseRule[] = [
  {
    name: 'layers import downwards only',
    because: 'what is below must be usable without what is above',
    breaches: importsBetween,
    planted: source('app/platform/clock.ts', "import { isHealthy } from '#app/commitments/health/model';"),
  },
  {
    name: 'emails and db know nothing of app',
    because: 'templates take props, migrations take nothing: both outlive any screen',
    breaches: (file) => (/^(emails|db)\//.test(file.path) && !isTest(file.path) ? file.imports.filter((target) => target.startsWith('app/')).map((target) => `imports ${target}`) : []),
    planted: source('emails/letter.tsx', "import { paths } from '#app/paths';"),
  },
  {
    name: 'no domain reaches into routes',
    because: 'a page is made of domains, never the other way round',
    breaches: (file) => (isTest(file.path) || !file.path.startsWith('app/') || /^app\/routes[./]/.test(file.path) ? [] : file.imports.filter((target) => target.startsWith('app/routes/')).map((target) => `imports ${target}`)),
    planted: source('app/members/queries.server.ts', "import { loader } from '#app/routes/member';"),
  },
  {
    name: 'operations call only earlier domains',
    because: 'earlier domains never push, later ones derive: no write can go round in a circle',
    breaches: backwards,
    planted: source('app/members/operations.server.ts', "import { publish } from '#app/reporting/reports/operations.server';"),
  },
  {
    name: 'models and policies stay pure',
    because: 'a rule that asks the database or the clock cannot be shown in a form or told in a test',
    breaches: (file) => {
      if (!/^app\/.*\/(model|policy)\.ts$/.test(file.path)) return [];
      return [
        ...file.imports.filter((target) => /\.server$|^node:|kysely|postgres|platform\/database/.test(target)).map((target) => `imports ${target}`),
        ...found(/new Date\(\s*\)|Date\.now\(/.test(file.text), 'asks for the time'),
      ];
    },
    planted: source('app/commitments/model.ts', 'export const isLate = (end: string) => new Date().toISOString() > end;'),
  },
  {
    name: 'tables are written at home',
    because: 'a rule about a table can be found, and trusted, in one folder',
    breaches: writesAway,
    planted: source('app/reporting/board.server.ts', "await tx.updateTable('commitments').set({ status: 'published' })"),
  },
  {
    name: 'reference tables are written by their loader alone',
    because: 'they are facts of the world, not of a screen',
    breaches: (file) => (isTest(file.path) || !file.path.startsWith('app/') ? [] : [...file.text.matchAll(writing)].map((match) => match[2] ?? '').filter((table) => /^(countries|country_|regions|region_texts|currencies|indicators$|indicator_texts)/.test(table)).map((table) => `writes ${table}`)),
    planted: source('app/countries/operations.server.ts', "await tx.insertInto('countries').values(row)"),
  },
  {
    name: 'permits are not forged',
    because: 'an operation believes its permit: only permit() may make one',
    breaches: (file) => (file.path.startsWith('app/access/') || isTest(file.path) ? [] : [
      ...found(/new Permit\b|Object\.create\(Permit|Permit\.prototype/.test(file.text), 'makes a permit'),
      ...found(/as (unknown as )?(Permit|PermitFor|Grant)\b/.test(file.text), 'casts something to a permit'),
    ]),
    planted: source('app/members/operations.server.ts', "const granted = { subject: row } as unknown as PermitFor<typeof rule>;"),
  },
  {
    name: 'only accounts knows Lucia',
    because: 'the library is at the end of its life and will be replaced in one folder (decision 0001)',
    breaches: (file) => (file.path.startsWith('app/accounts/') ? [] : file.imports.filter((target) => target === 'lucia').map(() => 'imports lucia')),
    planted: source('app/routes/sign-in.tsx', "import { Lucia } from 'lucia';"),
  },
  {
    name: 'only the transaction sets the actor',
    because: 'the audit trail believes it',
    breaches: (file) => (file.path === 'app/access/transaction.server.ts' || isTest(file.path) || file.path.startsWith('db/') ? [] : found(/concord\.actor/.test(file.text), 'sets concord.actor')),
    planted: source('app/members/operations.server.ts', "sql`select set_config('concord.actor', 'x', true)`"),
  },
  {
    name: 'addresses are spelled in paths.ts',
    because: 'an address that changes is changed once',
    breaches: (file) => (/^app\/(routes|[a-z-]+)\/.*\.tsx$/.test(file.path) && !isTest(file.path) ? [...file.text.matchAll(/\b(?:href|action)="(\/[a-z][^"]*)"/g)].map((match) => `spells ${match[1] ?? ''}`) : []),
    planted: source('app/ui/foot.tsx', '<a href="/en/commitments">Commitments</a>'),
  },
  {
    name: 'names say what a thing is',
    because: 'a drawer called "utils" is where nobody looks and everybody puts',
    breaches: (file) => {
      const parts = file.path.split('/').map((part) => part.replace(/(\.server|\.test|\.spec)?\.(tsx?|js)$/, ''));
      const route = file.path.startsWith('app/routes/');
      return parts.filter((part) => forbiddenNames.includes(part) && !(route && part === 'data')).map((part) => `is called ${part}`);
    },
    planted: source('app/members/utils.ts', 'export const x = 1;'),
  },
  {
    name: 'files keep to their budget',
    because: 'what does not fit on a few screens is two things',
    breaches: (file) => {
      const budget = budgetOf(file.path);
      return budget === undefined ? [] : found(linesOf(file.text) > budget, `has ${linesOf(file.text)} lines of ${budget}`);
    },
    planted: source('app/routes/home.tsx', 'x\n'.repeat(201)),
  },
  {
    name: 'what takes a form has a page',
    because: 'an address without one answers a refusal with bare data instead of words',
    breaches: (file) => (/^app\/routes\/(?!sign-out|sign-in-demo)/.test(file.path) && /\bexport (?:async function|function|const) action\b/.test(file.text) ? found(!/\bdefault\b/.test(file.text), 'has no page') : []),
    planted: source('app/routes/commitment-submission.tsx', 'export async function action() {}'),
  },
  {
    name: 'nothing is switched off',
    because: 'a check that does not run is a promise that is not kept',
    breaches: (file) => found(/@ts-(ignore|nocheck|expect-error)|(eslint|oxlint)-disable|\b(it|test|describe)\.(only|todo)\(/.test(file.path === 'tests/architecture/rules.ts' ? '' : file.text), 'switches a check off'),
    planted: source('app/members/model.ts', '// @ts-ignore\nexport const x = 1;'),
  },
];
