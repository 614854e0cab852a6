import { useOutletContext } from '@remix-run/react';
import { FormKey } from '#app/form/hidden';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { SectionFacts } from '#app/reporting/sections/facts.server';
import { Button } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import type { DraftBeside } from './beside.server';

/** The first text of a profile from the data: the act, and, where somebody wrote a text already, both beside each other. */
export function FirstText({ beside }: { readonly beside: DraftBeside | undefined }) {
  const t = useText('reporting');
  const { report, section, text, writing, why } = useOutletContext<SectionFacts>();
  const action = paths.reportSectionAct(report.ref, section.position, 'draft');
  if (beside !== undefined) return <Beside {...beside} action={action} />;
  return (
    <form method="post" action={action} className="flow pb-16" id="draft">
      <FormKey />
      {writing === report.authoritative && text?.origin === 'machine' && <Notice small tone="warn" title={t('profiles.draft.made')}>{t('profiles.draft.made_note')}</Notice>}
      <Button weight="second" why={why.draft === undefined ? undefined : t(why.draft)}>{t('profiles.draft.act')}</Button>
      <p className="small muted measure">{t('profiles.draft.note')}</p>
    </form>
  );
}

function Beside({ stands, draft, action }: DraftBeside & { readonly action: string }) {
  const t = useText('reporting');
  const { report } = useOutletContext<SectionFacts>();
  const text = (id: string, title: string, { heading, body }: DraftBeside['draft']) => (
    <div className="ask" id={id}>
      <p><strong>{title}</strong></p>
      <div lang={report.authoritative} dir="auto"><p><strong>{heading}</strong></p><p className="said">{body}</p></div>
    </div>
  );
  return (
    <div className="flow pb-16" id="draft">
      <Notice tone="warn" title={t('profiles.draft.beside')}>{t('profiles.draft.beside_note')}</Notice>
      <div className="cols cols-2">{text('stands', t('profiles.draft.stands'), stands)}{text('drafted', t('profiles.draft.new'), draft)}</div>
      <form method="post" action={action}>
        <FormKey />
        <input type="hidden" name="replaces" value={stands.number} />
        <Button weight="second">{t('profiles.draft.replace')}</Button>
      </form>
    </div>
  );
}
