import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Section } from '#app/ui/section';

export type OfferAct = 'acceptance' | 'refusal' | 'withdrawal' | 'pledge';

/** What the viewer can do with the offer now: the country answers, the provider makes it a pledge or takes it back. */
export function OfferDesk({ offerRef, acts }: { readonly offerRef: string; readonly acts: readonly OfferAct[] }) {
  const t = useText('countries');
  if (acts.length === 0) return null;
  return (
    <Section id="desk" title={t('requests.desk')} note={t('offers.desk_note')}>
      <div className="row noprint">{acts.map((act, at) => <ButtonLink key={act} weight={at === 0 ? 'main' : 'second'} href={paths.offerAct(offerRef, act)}>{t(`offers.act.${act}`)}</ButtonLink>)}</div>
    </Section>
  );
}
