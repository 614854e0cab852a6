import { StandingTag } from '#app/commitments/marks';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import type { Trail } from './model';

interface LinksProps {
  readonly trail: Trail;
  readonly name: string;
}

/** What the party, and of a country its organisations, endorsed; and the version in force where it has not. */
export function EndorsementsSection({ trail: { endorsements, declaration }, name }: LinksProps) {
  const t = useText('members');
  const { language } = useLocale();
  const to = paths.in(language);
  const missing = declaration !== undefined && !declaration.endorsed ? t('trail.not_endorsed', { name, framework: declaration.name, version: declaration.number }) : undefined;
  return (
    <Section id="endorsements" title={t('trail.endorsements')} note={t('trail.endorsements_note')}>
      {missing !== undefined && <Notice tone="none" small title={t('trail.gap')}>{missing}</Notice>}
      {endorsements.length > 0 && (
        <List>
          {endorsements.map((one) => (
            <Item
              key={one.ref} href={to.endorsement(one.ref)} title={t('trail.version', { framework: one.framework, version: one.version })}
              marks={one.withdrawn_on === null ? <Tag tone="ok">{one.endorsed_on === null ? t('frameworks:day_unknown') : t('trail.endorsed_on', { date: formatDate(language, one.endorsed_on) })}</Tag> : <Tag tone="none">{t('trail.withdrawn_on', { date: formatDate(language, one.withdrawn_on) })}</Tag>}
              note={<>{one.organisation === null ? name : <a href={to.member(one.organisation.ref)}>{one.organisation.name}</a>} · <bdi>{one.ref}</bdi>{one.reserved.length > 0 && <> · {t('trail.reserved', { codes: one.reserved.join(', ') })}</>}</>}
            />
          ))}
        </List>
      )}
    </Section>
  );
}

/** Decisions and recommendations of working groups that led to the commitments. */
export function DecisionsSection({ trail: { decisions } }: Pick<LinksProps, 'trail'>) {
  const t = useText('members');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <Section id="decisions" title={t('trail.decisions')} note={t('trail.decisions_note')}>
      {decisions.length === 0 ? (
        <Notice tone="none" small title={t('trail.gap')}>{t('trail.no_decision')}</Notice>
      ) : (
        <List>
          {decisions.map((one) => (
            <Item
              key={one.ref} href={one.kind === 'decision' ? to.decision(one.ref) : to.recommendation(one.ref)} title={<span dir="auto">{one.text}</span>}
              note={<><bdi>{one.ref}</bdi> · {one.group}{one.adopted_on !== null && <> · {formatDate(language, one.adopted_on)}</>} · {one.commitments.map((ref, at) => <span key={ref}>{at > 0 && ', '}<a href={to.commitment(ref)}><bdi>{ref}</bdi></a></span>)}</>}
            />
          ))}
        </List>
      )}
    </Section>
  );
}

/** The latest updates that were accepted. */
export function ProgressSection({ trail: { updates } }: Pick<LinksProps, 'trail'>) {
  const t = useText('members');
  const verification = useText('financing');
  const { language } = useLocale();
  return (
    <Section id="progress" title={t('trail.progress')} note={t('trail.progress_note')}>
      {updates.length === 0 ? (
        <Notice tone="none" small title={t('trail.gap')}>{t('trail.no_update')}</Notice>
      ) : (
        <List>
          {updates.map((one) => (
            <Item
              key={one.id} href={paths.in(language).commitment(one.commitment)} title={<span lang={one.title_language} dir="auto">{one.title}</span>} marks={<StandingTag standing={one.standing} />}
              note={t('trail.accepted', { year: String(one.year), date: formatDate(language, one.accepted_on), verification: verification(`verification.${one.verification}`) })}
            />
          ))}
        </List>
      )}
    </Section>
  );
}

/** Figures of published reports that count the party's commitments. */
export function FiguresSection({ trail: { figures } }: Pick<LinksProps, 'trail'>) {
  const t = useText('members');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <Section id="figures" title={t('trail.figures')} note={t('trail.figures_note')}>
      {figures.length === 0 ? (
        <Notice tone="none" small title={t('trail.gap')}>{t('trail.no_figure')}</Notice>
      ) : (
        <List>
          {figures.map((one) => (
            <Item
              key={`${one.report} ${one.key}`} href={to.figure(one.report, one.key)} title={t('trail.figure', { number: one.number })}
              note={<><a href={to.report(one.report)}>{one.report_title}</a> · {t('trail.counts', { count: one.commitments, shown: formatNumber(language, one.commitments) })}</>}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
