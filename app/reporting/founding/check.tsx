import { FormKey } from '#app/form/hidden';
import { formatDate } from '#app/languages/format';
import { languages, nativeNames } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Answers, type Answer } from '#app/ui/answers';
import { Button } from '#app/ui/button';
import { MailAddress } from '#app/ui/mail-address';
import type { Named } from './model';
import type { Preview } from './queries.server';

interface FoundingCheckProps {
  readonly preview: Preview;
  /** What was posted, to be sent again as it is. */
  readonly posted: readonly (readonly [name: string, value: string])[];
}

/** Everything as it will be, before anything is done. */
export function FoundingCheck({ preview, posted }: FoundingCheckProps) {
  const t = useText('coalitions');
  const { language } = useLocale();
  const { founding, country, parent, names, pillars, versions, known } = preview;
  const list = (entries: readonly string[]) => (entries.length === 0 ? t('founding.none') : <ul className="plain">{entries.map((one) => <li key={one}>{one}</li>)}</ul>);
  const person = ({ name, mail }: Named) => <>{name} <MailAddress address={mail} /><br /><span className="small muted">{t(known.includes(mail) ? 'founding.is_known' : 'founding.is_invited')}</span></>;
  const cycle = founding.cycle === null ? t('founding.none') : t('founding.cycle_from_to', { opens: formatDate(language, founding.cycle.opens_on), due: formatDate(language, founding.cycle.due_on) });
  const answers: readonly Answer[] = [
    { label: t('form.country'), value: country },
    { label: t('form.parent'), value: parent },
    { label: t('founding.names'), value: <ul className="plain">{languages.map((one) => <li key={one}><bdi lang={one}>{names[one]}</bdi> <span className="small muted">{nativeNames[one]}</span></li>)}</ul> },
    { label: t('form.mandate'), value: founding.mandate === null ? t('founding.none') : <span className="prewrap" lang={founding.language} dir="auto">{founding.mandate}</span> },
    { label: t('founding.coordinator'), value: person(founding.coordinator) },
    { label: t('founding.secretariat'), value: founding.secretariat === null ? t('founding.none') : person(founding.secretariat) },
    { label: t('founding.pillars'), value: list(pillars) },
    { label: t('founding.versions'), value: list(versions) },
    { label: t('founding.cycle'), value: cycle },
  ];
  return (
    <>
      <Answers answers={answers} />
      <form method="post" action={paths.newCoalition()} className="flow pt-16">
        <FormKey />
        {posted.map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />)}
        <p>{t('founding.follows')}</p>
        <div className="row">
          <Button name="step" value="form">{t('new.act')}</Button>
          <Button weight="second" name="step" value="change">{t('founding.change')}</Button>
        </div>
      </form>
    </>
  );
}
