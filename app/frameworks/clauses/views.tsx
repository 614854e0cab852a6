import { formatDate, formatList, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { RungSplit } from '#app/commitments/rung-split';
import { commitmentColumns } from '#app/commitments/table';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { Chips } from '#app/ui/chips';
import { Crumbs } from '#app/ui/crumbs';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { named } from '../addresses';
import { CoveredCountries } from '../coverage/countries';
import { boundsFor } from '../coverage/model';
import { relations } from '../model';
import { Mapped } from '../crosswalk/mapped';
import { crossingLabel } from '../crosswalk/words';
import { spellVersion } from '../coverage/question';
import { StandingMark } from '../text';
import type { ClausePage } from './page.server';

interface PageProps {
  readonly page: ClausePage;
}

/** The text itself, whose wording it is, and where it maps to. */
export function ClauseOpening({ page: { clause, crossings } }: PageProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const asked = clause.status === 'superseded' ? { version: clause.version } : undefined;
  return (
    <>
      <Crumbs above={[{ href: to.declaration(asked), label: clause.framework_name }, ...(clause.parent === null ? [] : [{ href: to.clause(clause.parent.code, asked), label: `${clause.parent.code} ${clause.parent.title}` }])]} here={clause.code} />
      <Head tight kick={t('clause.kick', { kind: t(`kind.${clause.kind}`), number: clause.version })} title={`${clause.code} ${clause.title}`} lede={<span lang={clause.language === language ? undefined : clause.language}>{clause.body}</span>}>
        {clause.status === 'superseded' && <Tag tone="draft" icon={null}>{t('versions.superseded')}</Tag>}
        <StandingMark version={clause} />
      </Head>
      {clause.outdated && <p className="small muted">{t('clause.outdated')}</p>}
      {clause.machine && <p className="small muted">{t('clause.machine')}</p>}
      {relations.map((relation) => {
        const chips = crossings.filter((one) => one.relation === relation).map((one) => ({ href: `${to.framework(one.framework)}#${one.code}`, label: crossingLabel(one) }));
        return chips.length === 0 ? null : <div key={relation} className="row pb-8"><span className="small muted">{t(`crosswalk.${relation}_to`)}</span><Chips label={t(`crosswalk.${relation}_to`)} chips={chips} /></div>;
      })}
      {clause.lines.length > 0 && (
        <List>{clause.lines.map((line) => <Item key={line.code} href={to.clause(line.code, asked)} title={`${line.code} ${line.title}`} />)}</List>
      )}
    </>
  );
}

/** Who signed the version, and who does not join this clause, in their words. */
export function Signed({ page: { clause, signatures } }: PageProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const shown = (count: number) => formatNumber(language, count);
  return (
    <Section id="endorsements" title={t('clause.signed')} note={t('clause.signed_note')}>
      <p>
        <a href={to.endorsements({ version: clause.version, status: 'published' })}>
          {t('clause.signed_by', { countries: t('clause.countries', { count: signatures.countries, shown: shown(signatures.countries) }), organisations: t('clause.organisations', { count: signatures.organisations, shown: shown(signatures.organisations) }) })}
        </a>
      </p>
      {signatures.reserved.length === 0 ? <p className="muted">{t('clause.no_reservation')}</p> : (
        <>
          <h3>{t('clause.reserved', { count: signatures.reserved.length, shown: shown(signatures.reserved.length) })}</h3>
          <List>
            {signatures.reserved.map((one) => (
              <Item key={`${one.ref} ${one.code}`} href={to.endorsement(one.ref)} title={one.party} note={`${one.code} · ${one.endorsed_on === null ? t('day_unknown') : formatDate(language, one.endorsed_on)}`}>
                <p className="small" dir="auto">{one.statement ?? t('clause.no_words')}</p>
              </Item>
            ))}
          </List>
        </>
      )}
    </Section>
  );
}

/** What was promised on it: those due next. */
export function Promised({ page: { clause, promises } }: PageProps) {
  const t = useText('frameworks');
  const words = useText('commitments');
  const { language } = useLocale();
  return (
    <Section id="commitments" wide title={t('clause.promised')} note={t('clause.promised_note')}>
      {promises.count === 0 ? <Empty title={t('clause.no_promise')}><p>{t('clause.no_promise_hint')}</p></Empty> : (
        <>
          <ListTable caption={t('clause.promised')} columns={commitmentColumns} rows={promises.shown} keyOf={(row) => row.id} t={words} />
          <RungSplit split={promises.rungs} href={(verification) => paths.in(language).commitments({ ...named(clause), verification })} />
          <p className="pt-16"><a href={paths.in(language).commitments(named(clause))}>{t('clause.all_promises', { count: promises.count, shown: formatNumber(language, promises.count) })}</a></p>
        </>
      )}
    </Section>
  );
}

/** What other texts carry to it, by relation. */
export function CarriedAcross({ page: { clause, crossings, carried, reached } }: PageProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const version = { framework: clause.framework, number: clause.version };
  if (crossings.length === 0) return null;
  return (
    <Section id="crosswalk" title={t('crosswalk.carried')} note={t('crosswalk.apart_text')}>
      <Mapped version={version} clause={reached} crossings={crossings} carried={carried} />
      <p className="small pt-8"><a href={paths.in(language).crosswalk({ from: spellVersion(version) })}>{t('crosswalk.open')}</a></p>
    </Section>
  );
}

/** Countries that a promise on it is for, and those that none is for. */
export function Served({ page: { clause, regions } }: PageProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const [known, total] = [regions.reduce((sum, region) => sum + region.covered, 0), regions.reduce((sum, region) => sum + region.of, 0)];
  const bare = regions.filter((region) => region.covered === 0).map(({ name }) => name);
  return (
    <Section id="countries" title={t('clause.served')} note={t('clause.served_note')}>
      {bare.length > 0 && <p>{t('clause.nowhere', { regions: formatList(language, bare) })}</p>}
      <CoveredCountries
        regions={regions} finding={t('clause.covered_in', { count: known, code: clause.code, shown: formatNumber(language, known), total: formatNumber(language, total) })}
        bounds={boundsFor(Math.max(0, ...regions.flatMap((region) => region.places.map(({ count }) => count))))}
      />
    </Section>
  );
}

/** What working groups decided and recommended on it, and the figures of reports that count it. */
export function WorkAndFigures({ page: { work, figures } }: PageProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <>
      <Section id="work" title={t('clause.work')} note={t('clause.work_note')}>
        {work.count === 0 ? <p className="muted">{t('clause.no_work')}</p> : (
          <>
            <List>
              {work.shown.map((one) => (
                <Item key={one.ref} href={one.kind === 'decision' ? to.decision(one.ref) : to.recommendation(one.ref)} title={<><bdi>{one.ref}</bdi> <bdi>{one.text}</bdi></>}
                  note={[t(`clause.${one.kind}`), one.group, ...(one.on === null ? [] : [formatDate(language, one.on)])].join(' · ')} />
              ))}
            </List>
            {work.count > work.shown.length && <p className="small muted">{t('clause.more_work', { shown: formatNumber(language, work.shown.length), total: formatNumber(language, work.count) })}</p>}
          </>
        )}
      </Section>
      <Section id="figures" title={t('clause.figures')} note={t('clause.figures_note')}>
        {figures.length === 0 ? <p className="muted">{t('clause.no_figure')}</p> : (
          <List>
            {figures.map((one) => (
              <Item key={`${one.report} ${one.key}`} href={to.figure(one.report, one.key)} title={t('chain.figure_in', { number: one.number, report: one.report_title })}
                note={t('chain.counts', { count: one.commitments, shown: formatNumber(language, one.commitments) })} />
            ))}
          </List>
        )}
      </Section>
    </>
  );
}
