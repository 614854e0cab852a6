import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { linksInput } from '#app/working-groups/minutes/input.server';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { actOnMinutes } from '#app/working-groups/minutes/request.server';
import { MinutesWork } from '#app/working-groups/minutes/work';
import { setLinks } from '#app/working-groups/operations.server';

export const handle = { access: { loader: 'minutes:work', action: 'minutes:note' } };

export const action = (args: ActionFunctionArgs) => actOnMinutes(args, { rule: minutesPolicy.note, input: linksInput, to: '#links', run: (granted, occasion, value) => setLinks(granted, occasion, value.links) });

export default function Links() {
  return <MinutesWork reply={{ act: 'links', result: useActionData<typeof action>() }} />;
}
