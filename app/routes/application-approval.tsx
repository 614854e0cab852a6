import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { approveApplication } from '#app/accounts/admissions/operations.server';
import { privateMeta } from '#app/accounts/page-meta';
import { ActPage, fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { TextArea } from '#app/form/field';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { useText } from '#app/languages/text';
import { approvalInput } from '#app/members/applications/input.server';
import { approvalsNeeded, needsWords } from '#app/members/applications/model';
import { applicationPolicy } from '#app/members/applications/policy';
import { requireApplication } from '#app/members/applications/request.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'application:approve', action: 'application:approve' } };

/** Approving registers an organisation and gives roles: who does it has shown who they are. */
async function asked(args: LoaderFunctionArgs) {
  const { viewer, view, application } = await requireApplication(args, true);
  return { view, application, granted: permit(applicationPolicy.approve, viewer, application) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { application } = await asked(args);
  const { ref, name, likely, organisation, organisation_id, constituency, approved_by, mail_finding } = application;
  const first = approved_by.length === 0;
  const choices = first ? likely.map(({ id, name: other, ref: otherRef }) => ({ id, name: other, ref: otherRef })) : [];
  return { ref, name, choices, chosen: organisation_id ?? 'new', organisation, last: approved_by.length + 1 >= approvalsNeeded(constituency), first, words: needsWords(mail_finding), finding: mail_finding };
}

export async function action(args: ActionFunctionArgs) {
  const { view, application, granted } = await asked(args);
  const reading = readForm(await fieldsOf(args.request), approvalInput, view.language);
  if (!reading.ok) return reading.reply;
  const { organisation, note } = reading.value;
  const result = await approveApplication(granted, occasionOf(args.context, reading.submission), { organisation_id: organisation === 'new' ? null : organisation, note });
  return result.ok ? redirect(paths.application(application.ref), 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.name);

export default function ApplicationApproval() {
  const { ref, name, choices, chosen, organisation, last: completes, first, words, finding } = useLoaderData<typeof loader>();
  const t = useText('members');
  const last = useActionData<typeof action>();
  const field = fieldIn(last);
  return (
    <ActPage
      above={[{ href: paths.applications, label: t('applications.title') }, { href: paths.application(ref), label: ref }]} act={t('applications.to.approval')} lede={<span dir="auto">{name}</span>}
      follows={t(completes ? 'applications.follows.approval' : 'applications.follows.first_approval')} back={{ href: paths.application(ref), label: t('applications.not_now') }} last={last}
    >
      {first && choices.length > 0 ? (
        <RadioField
          {...field('organisation', chosen)} label={t('applications.which')} required
          choices={[...choices.map((one) => ({ value: one.id, label: <span dir="auto">{one.name}</span>, hint: <bdi>{one.ref}</bdi> })), { value: 'new', label: t('applications.which_new') }]}
        />
      ) : (
        <>
          <input type="hidden" name="organisation" value={chosen} />
          {!first && <p>{organisation === null ? t('applications.will_be_new') : t('applications.will_be', { name: organisation.name, ref: organisation.ref })}</p>}
        </>
      )}
      <TextArea {...field('note')} label={t('applications.note')} hint={words ? t(`applications.finding.${finding}`) : undefined} optional={!words} required={words} maxLength={1000} />
    </ActPage>
  );
}
