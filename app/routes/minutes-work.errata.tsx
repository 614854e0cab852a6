import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { erratumInput } from '#app/working-groups/minutes/input.server';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { actOnMinutes } from '#app/working-groups/minutes/request.server';
import { MinutesWork } from '#app/working-groups/minutes/work';
import { addErratum } from '#app/working-groups/operations.server';

export const handle = { access: { loader: 'minutes:work', action: 'minutes:err' } };

export const action = (args: ActionFunctionArgs) => actOnMinutes(args, { rule: minutesPolicy.err, input: erratumInput, to: '#erratum', sure: 'confirmed', run: (granted, occasion, value) => addErratum(granted, occasion, value) });

export default function Errata() {
  return <MinutesWork reply={{ act: 'errata', result: useActionData<typeof action>() }} />;
}
