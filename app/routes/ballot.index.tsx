import { BallotPage } from '#app/working-groups/decisions/ballots/ballot';

export const handle = { access: { loader: 'signed_in' } };

export default function Ballot() {
  return <BallotPage />;
}
