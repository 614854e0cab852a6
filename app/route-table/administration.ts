import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** Imports and administration: pages for who is signed in. */
export const administrationPages: RouteConfigEntry[] = [
  // Imports
  route('imports', 'routes/imports.tsx'),
  route('imports/:id', 'routes/import.tsx'),
  route('imports/:id/confirmation', 'routes/import-confirmation.tsx'),
  route('imports/:id/abandonment', 'routes/import-abandonment.tsx'),
  route('imports/:id/errors.csv', 'routes/import-errors.tsx'),
  route('imports/:id/departures.csv', 'routes/import-departures.tsx'),
  route('imports/:id/questions/:question', 'routes/import-question.tsx'),
  // Administration
  route('admin/mail', 'routes/mail-log.tsx'),
  route('admin/mail/:id', 'routes/mail.tsx'),
];
