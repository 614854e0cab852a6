import { formatDate, formatNumber } from '#app/languages/format';
import { SelectField } from '#app/form/field';
import { Pieces } from '#app/frameworks/compare/page';
import { piecesOf } from '#app/frameworks/compare/model';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Facts } from '#app/ui/facts';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import type { GroupRecord } from '#app/working-groups/queries.server';
import { changeColumns, versionColumns } from './columns';
import { changesBetween, standingOf, versionOn } from './model';
import type { TermsRecord } from './queries.server';
import { changeInWords, termsFacts, wordsIn } from './words';

export interface TermsFactsOfGroup {
  readonly group: Pick<GroupRecord, 'ref' | 'name' | 'language'>;
  /** The latest first. */
  readonly versions: readonly TermsRecord[];
  /** The numbers of two versions to be laid side by side. */
  readonly from: number;
  readonly to: number;
  readonly today: string;
  /** Whether the viewer writes the next version. */
  readonly writes: boolean;
}

/** The terms of reference of a group: as they hold today, what changed between two versions, and all versions. */
export function TermsPage({ group, versions, from, to, today, writes }: TermsFactsOfGroup) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const now = versionOn(versions, today);
  const ahead = versions.filter((one) => standingOf(versions, one, today).state === 'announced').toReversed();
  const foreign = group.language === language ? undefined : group.language;
  const [older, newer] = [from, to].map((number) => versions.find((one) => one.version === number));
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).workingGroups(), label: t('groups.title') }, { href: paths.in(language).workingGroup(group.ref), label: group.name }]} here={t('group.terms')} />
      <Head tight kick={now === undefined ? undefined : t('terms.version_since', { version: formatNumber(language, now.version), day: formatDate(language, now.from_on) })} title={t('group.terms')} lede={<span lang={foreign} dir="auto">{group.name}</span>}>
        {writes && <ButtonLink weight="second" href={paths.newTerms(group.ref)}>{t('terms.write')}</ButtonLink>}
      </Head>
      {ahead.map((one) => <Notice key={one.version} title={t('terms.ahead', { version: formatNumber(language, one.version), day: formatDate(language, one.from_on) })}><a href={`${paths.in(language).groupTerms(group.ref, { from: String(now?.version ?? 1), to: String(one.version) })}#changes`}>{t('terms.see_changes')}</a></Notice>)}
      {now !== undefined && (
        <Section id="now" title={t('terms.now')} note={t('group.terms_note')}>
          <Facts facts={termsFacts(now, t, language)} />
          <TermsWords terms={now} />
        </Section>
      )}
      {older !== undefined && newer !== undefined && <Changes group={group.ref} versions={versions} older={older} newer={newer} />}
      <Section id="versions" title={t('terms.versions')} note={t('terms.versions_note')} wide>
        <ListTable caption={t('terms.versions')} columns={versionColumns} rows={versions.map((one) => ({ ...one, ...standingOf(versions, one, today), said: wordsIn(one.texts.filter((text) => text.note !== null), language) }))} keyOf={(row) => String(row.version)} t={t} />
      </Section>
    </>
  );
}

function TermsWords({ terms }: { readonly terms: TermsRecord }) {
  const { language } = useLocale();
  const words = wordsIn(terms.texts.filter((one) => one.text !== null), language);
  if (words === undefined) return null;
  return <p className="said pt-24" lang={words.language === language ? undefined : words.language} dir="auto">{words.text}</p>;
}

interface ChangesProps {
  readonly group: string;
  readonly versions: readonly TermsRecord[];
  readonly older: TermsRecord;
  readonly newer: TermsRecord;
}

/** What the newer of two versions says differently, in words. */
function Changes({ group, versions, older, newer }: ChangesProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const changes = changesBetween(older, newer).map((one) => changeInWords(one, t, language));
  const note = wordsIn(newer.texts.filter((one) => one.note !== null), language);
  const said = wordsIn(newer.texts.filter((one) => one.text !== null), language) ?? wordsIn(older.texts.filter((one) => one.text !== null), language);
  const textIn = (version: TermsRecord) => version.texts.find((one) => one.language === said?.language)?.text ?? '';
  const pieces = said === undefined || textIn(older) === textIn(newer) ? [] : piecesOf(textIn(older), textIn(newer));
  const number = ({ version }: TermsRecord) => formatNumber(language, version);
  return (
    <Section id="changes" title={t('terms.changes')} note={t('terms.changes_note', { from: number(older), to: number(newer) })}>
      {versions.length > 2 && <Choose group={group} versions={versions} older={older} newer={newer} />}
      {changes.length === 0 && pieces.length === 0 && <p className="muted">{t('terms.no_change')}</p>}
      {changes.length > 0 && (
        <ListTable kind="diff" caption={t('terms.changes')} columns={changeColumns} rows={changes} keyOf={(row) => row.label} t={t} />
      )}
      {pieces.length > 0 && <p className="said diff pt-8" lang={said?.language} dir="auto"><Pieces pieces={pieces} /></p>}
      {note !== undefined && <p className="measure"><strong>{t('terms.note')}:</strong> <span lang={note.language} dir="auto">{note.note}</span></p>}
    </Section>
  );
}

function Choose({ group, versions, older, newer }: ChangesProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const options = versions.map(({ version }) => ({ value: String(version), label: t('terms.version', { version: formatNumber(language, version) }) }));
  return (
    <form className="filters noprint" method="get" action={`${paths.in(language).groupTerms(group)}#changes`} aria-label={t('terms.choose')}>
      <SelectField name="from" label={t('terms.older')} options={options} defaultValue={String(older.version)} empty={null} />
      <SelectField name="to" label={t('terms.newer')} options={options} defaultValue={String(newer.version)} empty={null} />
      <div className="row"><button className="btn" type="submit">{t('terms.compare')}</button></div>
    </form>
  );
}
