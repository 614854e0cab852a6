import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { circulationInput } from '#app/working-groups/minutes/input.server';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { actOnMinutes } from '#app/working-groups/minutes/request.server';
import { MinutesWork } from '#app/working-groups/minutes/work';
import { circulateMinutes } from '#app/working-groups/operations.server';

export const handle = { access: { loader: 'minutes:work', action: 'minutes:circulate' } };

export const action = (args: ActionFunctionArgs) => actOnMinutes(args, { rule: minutesPolicy.circulate, input: circulationInput, run: (granted, occasion, value) => circulateMinutes(granted, occasion, value.days) });

export default function Correction() {
  return <MinutesWork reply={{ act: 'correction', result: useActionData<typeof action>() }} />;
}
