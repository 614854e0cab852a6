import type { ReactElement } from 'react';
import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { Entry } from '#app/ui/entry';
import type { ImportKind } from './model';
import type { RecordName } from './outcome';

function hrefOf(language: Language, { table, ref }: RecordName): string {
  const to = paths.in(language);
  if (table === 'commitments') return to.commitment(ref);
  if (table === 'pledges') return to.pledge(ref);
  if (table === 'sessions') return to.session(ref);
  if (table === 'indicator_values') return to.indicators({ country: ref.slice(0, 2), indicator: ref.split(' ')[1] });
  if (table === 'endorsements') return to.endorsement(ref);
  if (table === 'framework_nodes') return paths.textVersions(ref.split(' ')[0] ?? '');
  return table === 'organisations' ? to.member(ref) : to.activity(ref);
}

/** A record by what people cite. */
export function recordLink(language: Language, record: RecordName): ReactElement {
  return <a href={hrefOf(language, record)}><bdi>{record.ref}</bdi></a>;
}

/** The list in which the records of a kind stand. */
export function listOf(kind: ImportKind, language: Language, t: Text): Entry {
  const to = paths.in(language);
  const hrefs: Readonly<Record<ImportKind, string>> = {
    commitments: to.commitments({ status: 'draft' }), members: to.members({ standing: 'all' }), activities: to.activities(), 'participating-orgs': to.activities(), budgets: to.activities(),
    transactions: to.transactions({ belongs: 'activities' }), pledges: to.pledges(), sessions: to.sessions(), rates: to.rates(), indicators: to.indicators(),
    'iati-file': to.activities(), endorsements: to.frameworks(), framework: to.frameworks(), 'commitment-list': to.commitments(), 'commitment-goals': to.commitments(), 'commitment-texts': to.commitments(),
  };
  return { href: hrefs[kind], label: t('imports.page.to_list', { kind: t(`imports.kinds.${kind}`) }) };
}
