import { FileField, SelectField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Section } from '#app/ui/section';
import type { GroupChoice } from '#app/working-groups/meetings/programmes.server';
import type { ImportRecord } from './queries.server';
import { DEFAULT_LIMITS } from './source/limits';

interface UploadProps {
  readonly kinds: readonly string[];
  readonly kind: string | undefined;
  /** Whose file it may be; an empty id stands for everybody. */
  /** Where a programme can go; none for whoever plans no sessions. */
  readonly programme: { readonly groups: readonly GroupChoice[]; readonly zones: readonly string[]; readonly group: string | undefined; readonly zone: string | undefined };
  readonly desks: readonly { readonly id: string; readonly name: string | null }[];
  readonly errors: Readonly<Record<'file' | 'kind' | 'group' | 'zone', string[] | undefined>>;
}

/** Gives a file to be checked: nothing is written by it. */
export function UploadForm({ kinds, kind, programme, desks, errors }: UploadProps) {
  const t = useText('open-data');
  return (
    <Section id="upload" title={t('imports.page.check')} note={t('imports.page.check_note')}>
      <form method="post" action={paths.imports} encType="multipart/form-data" className="flow measure">
        <FormKey />
        <FileField name="file" label={t('imports.page.file')} hint={t('imports.page.file_hint')} limit={DEFAULT_LIMITS.bytes / 1_000_000} accept=".csv,.xlsx,.txt,.tsv,.xml,.yaml,.yml" required errors={errors.file} />
        <SelectField name="kind" label={t('imports.page.kind')} empty={t('imports.page.recognise')} defaultValue={kind} errors={errors.kind} width={30}
          options={kinds.map((value) => ({ value, label: t(`imports.kinds.${value}`) }))} />
        {desks.length > 1
          ? <SelectField name="organisation" label={t('imports.page.for')} empty={null} defaultValue={desks[0]?.id} errors={undefined} width={30} options={desks.map(({ id, name }) => ({ value: id, label: name ?? t('imports.page.for_all') }))} />
          : <input type="hidden" name="organisation" value={desks[0]?.id ?? ''} />}
        {programme.groups.length > 0 && (
          <fieldset className="field" aria-describedby="programme-h">
            <legend>{t('imports.programme.legend')}</legend>
            <p className="hint" id="programme-h">{t('imports.programme.hint')}</p>
            <SelectField name="group" label={t('imports.programme.group')} empty={t('imports.programme.none')} defaultValue={programme.group} errors={errors.group} width={30} options={programme.groups.map(({ ref, name }) => ({ value: ref, label: name }))} />
            <SelectField name="zone" label={t('imports.programme.zone')} empty={t('imports.programme.none')} defaultValue={programme.zone} errors={errors.zone} width={30} options={programme.zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))} />
          </fieldset>
        )}
        <Button>{t('imports.page.check_button')}</Button>
      </form>
    </Section>
  );
}

/** Writes what the dry run has shown, or throws the upload away. */
export function DecisionSection({ record }: { readonly record: ImportRecord }) {
  const t = useText('open-data');
  const { language } = useLocale();
  const written = record.counts.new + record.counts.changed;
  return (
    <Section id="write" title={t('imports.page.write')} note={t('imports.page.write_note')}>
      {written === 0 ? <p>{t(record.counts.inError === record.counts.read ? 'imports.page.nothing_taken' : 'imports.page.nothing_to_write')}</p> : (
        <form method="post" action={paths.importAct(record.id, 'confirmation')} className="flow">
          <FormKey />
          {record.counts.inError > 0 && <p>{t('imports.page.left_out', { count: record.counts.inError, shown: formatNumber(language, record.counts.inError) })}</p>}
          <Button>{t('imports.page.write_button', { count: written, shown: formatNumber(language, written) })}</Button>
          <p className="small muted">{t('imports.page.all_or_none')}</p>
        </form>
      )}
      <form method="post" action={paths.importAct(record.id, 'abandonment')} className="pt-8">
        <FormKey />
        <Button weight="text">{t('imports.page.discard')}</Button>
      </form>
    </Section>
  );
}
