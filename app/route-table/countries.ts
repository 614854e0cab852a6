import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** Countries: their rooms, requests and offers, platforms: pages for who is signed in. */
export const countriesPages: RouteConfigEntry[] = [
  // The room of a country
  route('countries/:iso2/room', 'routes/country-room.tsx'),
  route('countries/:iso2/budget', 'routes/country-budget.tsx'),
  route('countries/:iso2/budget/fiscal-year', 'routes/country-fiscal-year.tsx'),
  route('countries/:iso2/budget/:line', 'routes/budget-line.tsx'),
  route('countries/:iso2/budget/:line/withdrawal', 'routes/budget-line-withdrawal.tsx'),
  route('countries/:iso2/indicators/:code', 'routes/country-indicator.tsx'),
  route('countries/:iso2/indicators/:code/benchmark', 'routes/country-benchmark.tsx'),
  // Requests and offers
  route('requests/new', 'routes/request-new.tsx'),
  ...['edit', 'publication', 'closing', 'deletion'].map((act) => route(`requests/:ref/${act}`, `routes/request-${act}.tsx`)),
  route('offers/new', 'routes/offer-new.tsx'),
  ...['acceptance', 'refusal', 'withdrawal', 'pledge'].map((act) => route(`offers/:ref/${act}`, `routes/offer-${act}.tsx`)),
  // The registry of public platforms
  route('platforms/new', 'routes/platform-new.tsx'),
  ...['description', 'translation', 'confirmation', 'review', 'publication', 'return', 'discontinuation', 'deletion'].map((act) => route(`platforms/:ref/${act}`, `routes/platform-${act}.tsx`)),
];
