import { personOf, type Actor } from '#app/access/actor';
import { textFor } from '#app/languages/catalogues.server';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import { chairsOf } from '#app/working-groups/actions/notices.server';
import type { Answer } from './model';

interface Answered {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly working_group_id: string;
}
interface Party {
  readonly organisation_id: string | null;
  readonly country_iso2: string | null;
}

/** Tells those who have the chair of the group who answered what. */
export async function tellOfResponse(tx: Tx, actor: Actor, of: Answered, party: Party, said: { readonly answer: Answer; readonly words: string; readonly number: number }, now: Date): Promise<void> {
  const organisation = party.organisation_id === null ? undefined : await tx.selectFrom('organisations').select('name').where('id', '=', party.organisation_id).executeTakeFirst();
  const countries = party.country_iso2 === null ? [] : await tx.selectFrom('country_texts').select(['language', 'name']).where('iso2', '=', party.country_iso2).execute();
  const key = `response:${of.id}:${party.organisation_id ?? party.country_iso2 ?? 'secretariat'}:${said.number}`;
  for (const personId of await chairsOf(tx, of.working_group_id, now)) {
    if (personId === personOf(actor)) continue;
    await sendLetter(tx, {
      to: { personId }, words: 'working-groups:mails.response_given', path: (language) => `${paths.in(language).recommendation(of.ref)}#responses`,
      values: (language) => {
        const t = textFor(language, 'working-groups');
        const who = organisation?.name ?? countries.find((one) => one.language === language)?.name ?? party.country_iso2 ?? t('responses.secretariat');
        return { ref: of.ref, title: of.title, who, answer: t(`responses.answer.${said.answer}`), words: said.words };
      },
      topic: 'sessions', thread: `recommendation:${of.id}`, key: `${key}:${personId}`, now,
    });
  }
}
