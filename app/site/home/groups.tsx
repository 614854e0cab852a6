import { Bars } from '#app/charts/bars';
import { groupName } from '#app/commitments/marks';
import { formatNumber, formatPercent } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { FigureTable } from '#app/ui/figure-table';
import { Figure } from '#app/ui/figure';
import { Key } from '#app/ui/key';
import { Section } from '#app/ui/section';
import type { GroupCount } from './model';

interface GroupsProps {
  /** Least covered first. */
  readonly groups: readonly GroupCount[];
  readonly of: number;
  readonly today: string;
}

/** Whom the promises name: the least covered group first, designed in from the start or added later. */
export function Groups({ groups, of, today }: GroupsProps) {
  const t = useText('site');
  const { language } = useLocale();
  const shown = (count: number) => formatNumber(language, count);
  const share = (count: number) => formatPercent(language, of === 0 ? 0 : count / of);
  const named = groups.map(({ code, first, later }) => ({ code, name: groupName(code, language), first, later, all: first + later }));
  const [least] = named;
  if (least === undefined) return null;
  const finding = least.all === 0 ? t('home.groups.nobody', { group: least.name }) : t('home.groups.finding', { count: least.all, shown: shown(least.all), total: shown(of), group: least.name });
  return (
    <Section id="gaps" title={t('home.groups.title')} note={t('home.groups.note')}>
      <Figure
        finding={finding} about={t('home.groups.about', { total: shown(of) })}
        drawing={<Bars id="groups" title={finding} bars={named.map(({ code, name, first, later, all }) => ({ key: code, label: name, parts: [{ value: first, fill: 'f1' }, { value: later, fill: 'k3' }], mark: `${shown(all)} · ${share(all)}` }))} />}
        legend={<Key entries={[{ swatch: 'c1', label: t('home.groups.first') }, { swatch: 'q3', label: t('home.groups.later') }]} />}
        origin={{ source: t('home.groups.source'), coverage: { known: of, of }, asOf: today }}
        table={
          <FigureTable
            caption={finding} columns={[{ label: t('home.groups.group') }, { label: t('home.groups.first') }, { label: t('home.groups.later') }, { label: t('home.groups.together') }, { label: t('home.groups.share') }]}
            rows={named.map(({ name, first, later, all }) => [name, shown(first), shown(later), shown(all), share(all)])}
          />
        }
      />
    </Section>
  );
}
