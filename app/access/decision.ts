/** The answer to "may they?". A refusal carries a reason that a person can read: a key of the catalogue, `access:reasons.sign_in`. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

export const allow: Decision = { allowed: true };
export const deny = (reason: string): Decision => ({ allowed: false, reason });

/** Allowed when the condition holds, else refused with the reason. */
export const allowIf = (condition: boolean, reason: string): Decision => (condition ? allow : deny(reason));

/** The first refusal, or allowed. Later questions are asked only when the earlier ones were answered yes. */
export function all(...questions: readonly (() => Decision)[]): Decision {
  for (const ask of questions) {
    const answer = ask();
    if (!answer.allowed) return answer;
  }
  return allow;
}
