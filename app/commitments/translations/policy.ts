import type { Actor } from '#app/access/actor';
import { all, allow, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import type { CommitmentRef } from '../model';
import { byLead, byReader } from '../policy';
import { isReadBy, type TranslationRef } from './model';

/** Whoever works on a commitment, for its lead or by reading it. */
const works = (actor: Actor, c: CommitmentRef) => (): Decision => (byReader(actor, c)().allowed ? allow : byLead(actor, c)());
const isOpen = ({ status }: CommitmentRef) => (): Decision => allowIf(status !== 'withdrawn', 'access:reasons.not_now');
const byAnother = (actor: Actor, { translated_by }: TranslationRef) => (): Decision => allowIf(actor.kind === 'person' && actor.id !== translated_by, 'access:reasons.not_your_own');
const reads = (actor: Actor, { language }: TranslationRef) => (): Decision =>
  allowIf(actor.kind === 'person' && isReadBy(language, [actor.language, ...(actor.spoken_languages ?? [])]), 'access:reasons.not_your_language');

/** CO-11: who may see how the translations of a commitment stand, and stand for one. Who writes them is `commitment:translate`. */
export const translationPolicy = {
  read: rule('commitment_translation:read', (actor: Actor, c: CommitmentRef) => works(actor, c)()),
  check: rule('commitment_translation:check', (actor: Actor, t: TranslationRef) => all(works(actor, t), isOpen(t), byAnother(actor, t), reads(actor, t))),
};
