import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { problem, refused } from '#app/access/result';
import { ownerInput } from '#app/reporting/sections/input.server';
import { assignSection } from '#app/reporting/sections/operations.server';
import { SectionPage } from '#app/reporting/sections/page';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { sectionWriters } from '#app/reporting/sections/queries.server';
import { onSection, sectionAct } from '#app/reporting/sections/request.server';

export const handle = { access: { loader: 'report:desk', action: 'report:assign' } };

export const action = (args: ActionFunctionArgs) => sectionAct(args, {
  rule: sectionPolicy.assign, schema: ownerInput, subject: onSection, anchor: 'approval',
  run: async (granted, { value: { owner_id, word_limit }, occasion, found: { viewer, report, section, now } }) => {
    const writers = await sectionWriters(viewer, report.coalition_id, now, section.id);
    if (owner_id !== null && !writers.some((one) => one.id === owner_id)) return refused(problem('reporting:problems.no_writer', 'owner_id'));
    return assignSection(granted, occasion, owner_id, word_limit);
  },
});

export default function Owner() {
  return <SectionPage reply={{ act: 'owner', result: useActionData<typeof action>() }} />;
}
