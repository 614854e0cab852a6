import { useText } from '#app/languages/text';
import { FormKey } from '#app/form/hidden';
import { Button } from '#app/ui/button';
import { meetingPresences } from './model';
import type { Participant } from './queries.server';

/** MT-3: who registered, and a mark for who came; each sends what the page showed, so that two who note at once keep both. */
export function ParticipantsForm({ people, notes }: { readonly people: readonly Participant[]; readonly notes: boolean }) {
  const t = useText('working-groups');
  if (people.length === 0) return <p className="muted">{t('annual.nobody')}</p>;
  return (
    <form method="post" className="flow">
      <FormKey />
      <ul className="seats">
        {people.map((one, at) => (
          <li key={one.id}>
            <input type="hidden" name={`people[${at}].id`} value={one.id} />
            <input type="hidden" name={`people[${at}].was`} value={one.presence ?? ''} />
            <label className="choice">
              <span className="grow">
                <bdi>{one.name ?? t('annual.erased')}</bdi>
                <small><bdi>{one.organisation ?? t('annual.themselves')}</bdi> · {t(`annual.way.${one.mode}`)}</small>
              </span>
              <select className="in in--8" name={`people[${at}].now`} defaultValue={one.presence ?? ''} disabled={!notes}>
                <option value="">{t('mark.not_noted')}</option>
                {meetingPresences.map((value) => <option key={value} value={value}>{t(`presence.${value}`)}</option>)}
              </select>
            </label>
          </li>
        ))}
      </ul>
      {notes && <Button>{t('desk.save_attendance')}</Button>}
    </form>
  );
}
