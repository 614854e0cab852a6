import { MinutesWork } from '#app/working-groups/minutes/work';

export const handle = { access: { loader: 'minutes:work' } };

export default function MinutesWorkIndex() {
  return <MinutesWork />;
}
