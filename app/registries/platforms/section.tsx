import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Empty } from '#app/ui/empty';
import { Links } from '#app/ui/links';
import { Section } from '#app/ui/section';
import type { PlatformRow } from './list';
import { platformTable } from './table';

interface PlatformsSectionProps {
  readonly platforms: { readonly rows: readonly PlatformRow[]; readonly count: number };
  readonly iso2: string;
  readonly name: string;
  /** The viewer may name another one. */
  readonly nominate?: boolean;
}

/** The public platforms of a country, as far as the viewer may read them. */
export function PlatformsSection({ platforms: { rows, count }, iso2, name, nominate = false }: PlatformsSectionProps) {
  const t = useText('registries');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <Section id="platforms" title={t('section.title')} note={t('section.note')}>
      {count === 0 ? <Empty title={t('section.none', { name })} /> : (
        <>
          <p>{t('section.count', { count, shown: formatNumber(language, count) })}</p>
          <ListTable caption={t('section.title')} columns={platformTable} rows={rows} keyOf={(row) => row.id} t={t} hidden={['country', 'learner_data']} />
        </>
      )}
      {nominate && <p className="pt-16"><ButtonLink weight="second" href={paths.newPlatform(iso2)}>{t('nominate')}</ButtonLink></p>}
      <Links entries={[{ href: to.platforms({ country: iso2 }), label: t('section.all') }, { href: `${to.methods()}#platforms`, label: t('record.how') }]} />
    </Section>
  );
}
