import { useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import { ActForm, type Desk } from '#app/working-groups/sessions/desk/act-form';

/** LV-2: the code that who is in the room types in; it is shown there, and renewed when it got around. */
export function CodePanel({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { check_in_code: code } = desk;
  return (
    <section className="panel" aria-labelledby="code">
      <h2 id="code">{t('room.code')}</h2>
      {code === null ? <p className="muted">{t('room.no_code')}</p> : <p className="timer"><bdi>{code}</bdi></p>}
      <ActForm desk={desk} act="code" className="row"><Button weight="second">{t(code === null ? 'room.make_code' : 'room.renew_code')}</Button></ActForm>
    </section>
  );
}
