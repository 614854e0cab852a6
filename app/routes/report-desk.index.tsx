import { ReportDesk } from '#app/reporting/reports/desk';

export const handle = { access: { loader: 'report:desk' } };

export default function Desk() {
  return <ReportDesk />;
}
