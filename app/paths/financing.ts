import type { ReceiptAct } from '../acts';
import { type Query, withQuery } from './query';

/** Financing, and payments as both sides tell them: pages for who is signed in. */
export const financingPaths = {
  newPledge: (commitment?: string) => withQuery('/financing/pledges/new', { commitment }),
  pledgeAct: (ref: string, act: 'edit' | 'classification' | 'confirmation' | 'reduction' | 'cancellation') => `/financing/pledges/${encodeURIComponent(ref)}/${act}`,
  pledgeVerification: (ref: string) => `/financing/pledges/${encodeURIComponent(ref)}/verification`,
  transactionAct: (id: string, act: 'evidence' | 'verification') => `/financing/transactions/${encodeURIComponent(id)}/${act}`,
  pledgeTranches: (ref: string) => `/financing/pledges/${encodeURIComponent(ref)}/tranches`,
  trancheAct: (id: string, act: 'edit' | 'cancellation' | 'payments') => `/financing/tranches/${encodeURIComponent(id)}/${act}`,
  pledgeTransactions: (ref: string) => `/financing/pledges/${encodeURIComponent(ref)}/transactions`,
  fundingLinks: (query?: Query) => withQuery('/financing/links', query),
  fundingLinkSearches: '/financing/links/searches',
  fundingLinkAct: (id: string, act: 'decision' | 'refusal' | 'change' | 'end' | 'objection') => `/financing/links/${encodeURIComponent(id)}/${act}`,
  pledgeLink: (ref: string) => `/financing/pledges/${encodeURIComponent(ref)}/link`,
  fundingLink: (id: string) => `/financing/links/${encodeURIComponent(id)}`,
  rateCorrection: (id: string) => `/financing/rates/${encodeURIComponent(id)}/correction`,
  receipts: (query?: Query) => withQuery('/reconciliation', query),
  receiptConfirmations: '/reconciliation/confirmations',
  receipt: (id: string) => `/reconciliation/${encodeURIComponent(id)}`,
  receiptAct: (id: string, act: ReceiptAct) => `/reconciliation/${encodeURIComponent(id)}/${act}`,
  transactionReversal: (id: string) => `/financing/transactions/${encodeURIComponent(id)}/reversal`,
} as const;
