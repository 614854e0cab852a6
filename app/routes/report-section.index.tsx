import { SectionPage } from '#app/reporting/reports/section-page';

export const handle = { access: { loader: 'report:desk' } };

export default function ReportSection() {
  return <SectionPage />;
}
