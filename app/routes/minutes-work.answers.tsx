import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { answerInput } from '#app/working-groups/minutes/input.server';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { actOnMinutes } from '#app/working-groups/minutes/request.server';
import { MinutesWork } from '#app/working-groups/minutes/work';
import { settleAmendment } from '#app/working-groups/operations.server';

export const handle = { access: { loader: 'minutes:work', action: 'minutes:settle' } };

export const action = (args: ActionFunctionArgs) =>
  actOnMinutes(args, { rule: minutesPolicy.settle, input: answerInput, to: '#amendments', run: (granted, occasion, { number, what, answer }) => settleAmendment(granted, occasion, { number, accepted: what === 'accept', answer }) });

export default function Answers() {
  return <MinutesWork reply={{ act: 'answers', result: useActionData<typeof action>() }} />;
}
