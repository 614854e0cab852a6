import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import type { EditionModel } from '#app/reporting/publication/edition';
import { Item, List } from '#app/ui/list';
import { Links } from '#app/ui/links';
import { wholeExtracts } from './model';

interface OfferedProps {
  readonly edition: EditionModel;
  readonly named: number | undefined;
}

/** What else is made of the report, on the portal and as files. */
export function OfferedExtracts({ edition: { ref }, named }: OfferedProps) {
  const t = useText('reporting');
  const to = paths.in(useLocale().language);
  return (
    <>
      <h2 id="extracts">{t('extracts.offered')}</h2>
      <p className="small muted">{t('extracts.offered_note')}</p>
      <List>
        {wholeExtracts.map(({ name, files }) => {
          const at = to.extract(ref, name, named);
          return (
            <Item key={name} href={at} title={t(`extracts.${name}.title`)} note={t(`extracts.${name}.about`)}>
              <Links entries={files.map((kind) => ({ href: fileOf(at, kind), label: kind === 'pdf' ? t('report.pdf') : 'CSV' }))} />
            </Item>
          );
        })}
        {(['country', 'member'] as const).map((kind) => <Item key={kind} href={to.ownReports(ref, kind, named)} title={t(`own.list.${kind}`)} note={t('own.about')} />)}
      </List>
    </>
  );
}
