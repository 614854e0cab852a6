import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { Written } from '#app/ui/written';
import { StandingTag } from '../marks';
import { answerWithinWorkingDays } from '../model';
import { addWorkingDays } from './model';
import type { DeskRow } from './queries.server';

interface DeskListsProps {
  readonly own: { readonly drafts: readonly DeskRow[]; readonly submitted: readonly DeskRow[] };
}

/** What one is writing, and what others have now, until when. */
export function DeskLists({ own: { drafts, submitted } }: DeskListsProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const until = ({ submitted_on }: DeskRow): string | undefined => (submitted_on === null ? undefined : t('my.until', { on: formatDate(language, submitted_on), by: formatDate(language, addWorkingDays(submitted_on, answerWithinWorkingDays)) }));
  return (
    <>
      {drafts.length > 0 && (
        <Section id="drafts" title={t('my.drafts')} note={t('my.drafts_note')}>
          <List>{drafts.map((row) => <Item key={row.id} title={<Written in={row.title_language}>{row.title}</Written>} href={paths.commitmentStep(row.ref, 'check')} marks={<StandingTag standing="draft" />} note={`${row.ref} · ${row.lead}`} />)}</List>
        </Section>
      )}
      {submitted.length > 0 && (
        <Section id="submitted" title={t('my.submitted')} note={t('my.submitted_note')}>
          <List>{submitted.map((row) => <Item key={row.id} title={<Written in={row.title_language}>{row.title}</Written>} href={paths.in(language).commitment(row.ref)} marks={<StandingTag standing={row.status === 'verified' ? 'verified' : 'submitted'} />} note={<>{row.ref} · {until(row)}</>} />)}</List>
        </Section>
      )}
    </>
  );
}
