import type { RoleName } from '#app/access/actor';

/** AC-2: how long a sign-in lasts without a request, and altogether. Who can change much is asked again sooner. */
export interface SignInLife {
  readonly idleMinutes: number;
  readonly absoluteMinutes: number;
}
export const usualLife: SignInLife = { idleMinutes: 8 * 60, absoluteMinutes: 7 * 24 * 60 };
export const strictLife: SignInLife = { idleMinutes: 30, absoluteMinutes: 12 * 60 };
export const strictRoles = ['platform_admin', 'secretariat_lead', 'secretariat_officer'] as const satisfies readonly RoleName[];

/** AC-7: how long it counts that somebody has shown who they are. */
export const confirmedForMinutes = 10;

/** AC-3: how long a link in a mail can be used. */
export const linkMinutes = { invitation: 7 * 24 * 60, password_reset: 60, address_confirmation: 7 * 24 * 60, address_withdrawal: 7 * 24 * 60 } as const;
export type LinkPurpose = keyof typeof linkMinutes;

/** AC-9: how long a new address waits, so that whoever reads the old one can still call it off. */
export const addressWaitHours = 72;

/** AC-9: from when a new address counts: 72 hours after it was asked for, and not before it is confirmed. */
export const countsFrom = (askedAt: Date, confirmedAt: Date): Date => new Date(Math.max(later(askedAt, addressWaitHours * 60).getTime(), confirmedAt.getTime()));

/** AC-4: how long a form waits for the person who filled it in. */
export const keptMinutes = 60;

/** AC-6: length is what makes a password strong; there are no rules about kinds of characters. */
export const shortestPassword = 15;
export const longestPassword = 200;

export const later = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

/** AC-8: accounts to try, offered in demo mode alone. `.example` never exists outside (RFC 2606). */
export const demoDomain = '@demo.example';
export const isDemoAddress = (address: string): boolean => address.endsWith(demoDomain);

/** Addresses are compared as they are stored: without blanks around them, in lower case. */
export const normalAddress = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();
