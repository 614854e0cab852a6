import type { SessionRow } from './queries.server';

/** The file of sessions; its first columns are a promise to those who script against it. Instants are ISO 8601 in UTC. */
export const sessionFileColumns: readonly { readonly header: string; readonly value: (row: SessionRow) => string | number | null }[] = [
  { header: 'ref', value: (row) => row.ref },
  { header: 'working_group', value: (row) => row.group_ref },
  { header: 'title', value: (row) => row.title },
  { header: 'starts_at', value: (row) => row.starts_at.toISOString() },
  { header: 'ends_at', value: (row) => row.ends_at?.toISOString() ?? null },
  { header: 'time_zone', value: (row) => row.time_zone },
  { header: 'mode', value: (row) => row.mode },
  { header: 'status', value: (row) => row.status },
  { header: 'working_group_name', value: (row) => row.group_name },
  { header: 'number', value: (row) => row.number },
  { header: 'purpose', value: (row) => row.purpose },
  { header: 'visibility', value: (row) => row.visibility },
  { header: 'languages', value: (row) => row.languages.join(' ') },
];
