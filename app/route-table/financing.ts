import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** Financing, and payments as both sides tell them: pages for who is signed in. */
export const financingPages: RouteConfigEntry[] = [
  // Financing
  route('financing/pledges/new', 'routes/pledge-new.tsx'),
  route('financing/pledges/:ref/edit', 'routes/pledge-edit.tsx'),
  route('financing/pledges/:ref/classification', 'routes/pledge-classification.tsx'),
  route('financing/pledges/:ref/confirmation', 'routes/pledge-confirmation.tsx'),
  route('financing/pledges/:ref/reduction', 'routes/pledge-reduction.tsx'),
  route('financing/pledges/:ref/cancellation', 'routes/pledge-cancellation.tsx'),
  route('financing/pledges/:ref/transactions', 'routes/pledge-transactions.tsx'),
  route('financing/pledges/:ref/tranches', 'routes/pledge-tranches.tsx'),
  route('financing/pledges/:ref/verification', 'routes/pledge-verification.tsx'),
  ...['evidence', 'verification'].map((act) => route(`financing/transactions/:id/${act}`, `routes/transaction-${act}.tsx`)),
  ...['edit', 'cancellation', 'payments'].map((act) => route(`financing/tranches/:id/${act}`, `routes/tranche-${act}.tsx`)),
  route('financing/pledges/:ref/link', 'routes/pledge-link.tsx'),
  route('financing/links', 'routes/funding-links.tsx'),
  route('financing/links/searches', 'routes/funding-link-searches.tsx'),
  route('financing/links/:id', 'routes/funding-link.tsx'),
  ...['decision', 'refusal', 'change', 'end', 'objection'].map((act) => route(`financing/links/:id/${act}`, `routes/funding-link-${act}.tsx`)),
  route('financing/transactions/:id/reversal', 'routes/transaction-reversal.tsx'),
  route('financing/rates/:id/correction', 'routes/rate-correction.tsx'),
  // Payments as both sides tell them
  route('reconciliation', 'routes/receipts.tsx'),
  route('reconciliation/confirmations', 'routes/receipt-confirmations.tsx'),
  route('reconciliation/:id', 'routes/receipt.tsx'),
  ...['correction', 'contest', 'pairing', 'withdrawal', 'acceptance', 'reply'].map((act) => route(`reconciliation/:id/${act}`, `routes/receipt-${act}.tsx`)),
];
