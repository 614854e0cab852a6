import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button, ButtonLink } from '#app/ui/button';
import { Section } from '#app/ui/section';

export const requestActs = ['publication', 'edit', 'closing', 'deletion'] as const;
export type RequestAct = (typeof requestActs)[number];

interface DeskProps {
  readonly requestRef: string;
  /** Which acts the viewer is offered: allowed, or the reason why not yet. */
  readonly acts: Readonly<Partial<Record<RequestAct, true | string>>>;
}

/** What those who run the country can do with the request now. */
export function RequestDesk({ requestRef, acts }: DeskProps) {
  const t = useText('countries');
  const offered = requestActs.filter((act) => acts[act] !== undefined);
  if (offered.length === 0) return null;
  return (
    <Section id="desk" title={t('requests.desk')} note={t('requests.desk_note')}>
      <div className="row noprint">
        {offered.map((act, at) => {
          const may = acts[act];
          return typeof may === 'string' ? <Button key={act} type="button" weight="second" why={t(may)}>{t(`requests.act.${act}`)}</Button> : <ButtonLink key={act} weight={at === 0 ? 'main' : 'second'} href={paths.requestAct(requestRef, act)}>{t(`requests.act.${act}`)}</ButtonLink>;
        })}
      </div>
    </Section>
  );
}
