import { permit } from '#app/access/permit';
import { commitmentPolicy } from '#app/commitments/policy';
import { translationRef } from '#app/commitments/translations/acts.server';
import type { Translation } from '#app/commitments/translations/model';
import { checkTranslation, translateCommitment } from '#app/commitments/translations/operations.server';
import { translationPolicy } from '#app/commitments/translations/policy';
import { findAccount } from '#app/accounts/queries.server';
import { updateProfile } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import type { Cast } from './people.server';
import type { Promised } from './promises.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

/** Told to those whom it concerns in their own language, beyond the six: which promise, in what, and whether somebody else has read it. */
const tellings: readonly { readonly number: number; readonly language: string; readonly text: Omit<Translation, 'problem'>; readonly checked: boolean }[] = [
  {
    number: 0, language: 'sw', checked: true,
    text: { title: 'Kuunganisha shule za msingi za vijijini na intaneti', action: 'Kila shule inapata angalau Mbit 20 kwa sekunde, umeme wa kutosha siku nzima ya masomo, na mtu anayeitunza.', origin: 'human' },
  },
  {
    number: 12, language: 'pt', checked: false,
    text: { title: 'Ligar escolas primárias rurais à internet', action: 'Cada escola recebe pelo menos 20 Mbit/s, energia para todo o dia letivo e uma pessoa que a mantém a funcionar.', origin: 'human' },
  },
  {
    number: 0, language: 'pt', checked: false,
    text: { title: 'Ligar escolas primárias rurais à internet', action: 'Cada escola recebe pelo menos 20 Mbit/s, energia que dura o dia letivo e uma pessoa que a mantém a funcionar.', origin: 'machine' },
  },
];

/** A few promises in Swahili and Portuguese, by hand and by machine. The officer reads Swahili and checks what is written in it. */
export async function tellingsIn(story: Story, cast: Cast, promised: readonly Promised[]): Promise<void> {
  const before = story.ago(30, 9);
  const { mail: _, ...profile } = await findAccount(cast.officer);
  await must(updateProfile(permit(peoplePolicy.update, await as(cast.officer, before), { id: cast.officer }), at(before), { ...profile, spoken_languages: [...profile.spoken_languages, 'sw'] }));
  for (const [place, { number, language, text, checked }] of tellings.entries()) {
    const one = promised[number];
    if (one === undefined) continue;
    const [written, read] = [story.ago(20 - place, 10), story.ago(18 - place, 10)];
    const commitment = { ...one.subject, submitted_by: one.player.focal_point, status: one.status };
    await must(translateCommitment(permit(commitmentPolicy.translate, await as(one.player.focal_point, written), commitment), at(written), undefined, language, { ...text, problem: null }));
    if (!checked) continue;
    await must(checkTranslation(permit(translationPolicy.check, await as(cast.officer, read), translationRef(commitment, { language, translated_by: one.player.focal_point })), at(read), undefined));
  }
}
