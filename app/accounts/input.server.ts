import { z } from 'zod';
import { letterTopics } from '#app/mail/topics';
import { profileInput } from '#app/members/people/input.server';
import { longestPassword, shortestPassword } from './model';

/** A password as somebody chooses it. Its strength is judged by the operation. */
const newPassword = z.string().min(shortestPassword, 'accounts:problems.password_short').max(longestPassword, 'accounts:problems.password_long');
/** A password as somebody presents it: whatever it is, it is only compared. */
const anyPassword = z.string().max(1000);

export const signInInput = z.object({ mail: z.string().max(320), password: anyPassword });
export const forgottenInput = z.object({ mail: z.string().trim().max(254).pipe(z.email()) });
/** Which letters somebody wants; none is an answer too. */
export const lettersInput = z.object({ letters: z.array(z.enum(letterTopics)).default([]) });
export const addressInput = forgottenInput;
export const resetInput = z.object({ password: newPassword });
export const acceptInput = profileInput.extend({ password: newPassword });
export const passwordInput = z.object({ current: anyPassword, password: newPassword });
export const confirmInput = z.object({ password: anyPassword.default('') });
