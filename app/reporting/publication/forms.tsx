import { languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { Facts } from '#app/ui/facts';
import type { EditionModel } from './edition';

/** The files of an edition, in the order in which people ask for them. */
export const fileKinds = ['pdf', 'docx', 'xlsx', 'csv', 'zip'] as const;

interface FormsProps {
  readonly edition: EditionModel;
  /** The number that the address names; without one it is the edition that stands. */
  readonly named: number | undefined;
}

/** Every other form of the report, in each language in which it is written. */
export function Forms({ edition, named }: FormsProps) {
  const t = useText('reporting');
  return (
    <section className="noprint">
      <h2 id="files">{t('files.list')}</h2>
      <p className="small muted">{t('files.list_note')}</p>
      <Facts facts={fileKinds.map((kind) => ({ label: t(`report.${kind}`), value: <InLanguages kind={kind} edition={edition} named={named} /> }))} />
    </section>
  );
}

function InLanguages({ kind, edition: { ref, languages }, named }: FormsProps & { readonly kind: (typeof fileKinds)[number] }) {
  const { language } = useLocale();
  return (
    <ul className="links">
      {languages.map((one) => (
        <li key={one}>
          <a href={fileOf(paths.in(one).report(ref, named), kind)} hrefLang={one}>{languageName(language, one)}</a>
        </li>
      ))}
    </ul>
  );
}
