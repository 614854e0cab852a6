import type { FileFormat } from '#app/table/files/column';

/** Every list that has files beside it, by the word of the command line, with its address under `/{lang}/`. */
export const exportAddresses = {
  commitments: 'commitments',
  'commitment-goals': 'commitments/goals',
  'commitment-texts': 'commitments/texts',
  members: 'members',
  adherences: 'adherences',
  countries: 'countries',
  requests: 'requests',
  offers: 'offers',
  platforms: 'platforms',
  indicators: 'indicators',
  pledges: 'financing/pledges',
  transactions: 'financing/transactions',
  tranches: 'financing/tranches',
  rates: 'financing/rates',
  received: 'financing/received',
  activities: 'financing/activities',
  budgets: 'financing/budgets',
  sessions: 'sessions',
  decisions: 'decisions',
  actions: 'actions',
  recommendations: 'recommendations',
  endorsements: 'declaration/endorsements',
  coverage: 'declaration/coverage',
  crosswalk: 'frameworks/crosswalk',
  comments: 'consultations/comments',
} as const;
export type ExportKind = keyof typeof exportAddresses;
export const exportKinds = Object.keys(exportAddresses) as ExportKind[];

/** The page on which the rows of a list stand: its own, but for parts of a record. */
export const exportPage = (kind: ExportKind): string => (kind === 'commitment-goals' || kind === 'commitment-texts' ? exportAddresses.commitments : exportAddresses[kind]);

/** The list and the format that an address names: `/fr/financing/pledges.csv`. */
export function listOfPath(path: string): { readonly kind: ExportKind; readonly format: FileFormat } | undefined {
  const [, address, ending] = /^\/[a-z]{2}\/([a-z/-]+)\.(csv|xlsx|json)$/.exec(path) ?? [];
  const kind = exportKinds.find((one) => exportAddresses[one] === address);
  return kind === undefined || ending === undefined ? undefined : { kind, format: ending as FileFormat };
}
