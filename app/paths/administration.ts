/** Imports and administration: pages for who is signed in. */
export const administrationPaths = {
  imports: '/imports',
  import: (id: string) => `/imports/${encodeURIComponent(id)}`,
  importAct: (id: string, act: 'confirmation' | 'abandonment') => `/imports/${encodeURIComponent(id)}/${act}`,
  importErrors: (id: string) => `/imports/${encodeURIComponent(id)}/errors.csv`,
  importDepartures: (id: string) => `/imports/${encodeURIComponent(id)}/departures.csv`,
  importQuestion: (id: string, question: string) => `/imports/${encodeURIComponent(id)}/questions/${encodeURIComponent(question)}`,
  mailLog: '/admin/mail',
  mail: (id: string) => `/admin/mail/${encodeURIComponent(id)}`,
  audit: (table: string, id: string) => `/admin/audit/${encodeURIComponent(table)}/${encodeURIComponent(id)}`,
} as const;
