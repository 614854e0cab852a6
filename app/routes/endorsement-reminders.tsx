import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requireConfirmed, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { pressed } from '#app/frameworks/endorsements/input.server';
import { endorsementPolicy } from '#app/frameworks/endorsements/policy';
import { RemindersPage } from '#app/frameworks/endorsements/reminders';
import { findUntold, nameOfUntold, readersOf, remindEndorsers } from '#app/frameworks/endorsements/reminders.server';
import { declarationCode } from '#app/frameworks/model';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'endorsement:remind', action: 'endorsement:remind' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  permit(endorsementPolicy.remind, viewer, { framework: declarationCode });
  const language = languageOf(request, viewer);
  const rows = await findUntold(declarationCode, context.now);
  return {
    title: textFor(language, 'frameworks')('remind.title'), readers: readersOf(rows).size,
    rows: rows.map((row) => ({ ref: row.ref, party: nameOfUntold(row, language), published_on: row.published_on, readers: row.readers.length })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireConfirmed(context, request);
  const granted = permit(endorsementPolicy.remind, viewer, { framework: declarationCode });
  const language = languageOf(request, viewer);
  const reading = readForm(await fieldsOf(request), pressed, language);
  if (!reading.ok) return reading.reply;
  const result = await remindEndorsers(granted, occasionOf(context, reading.submission));
  return result.ok ? redirect(paths.endorsementReminders, 303) : reading.answer(result.problems);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function EndorsementReminders() {
  const { rows, readers } = useLoaderData<typeof loader>();
  return <RemindersPage rows={rows} readers={readers} />;
}
