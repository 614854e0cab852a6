import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { exampleReport } from '#app/reporting/document/example';
import { renderPdf } from '#app/reporting/document/pdf.server';
const langs = (process.env['LANGS'] ?? 'en,ar,zh').split(',') as ('en')[];
for (const l of langs) test(l, async () => { const t=performance.now(); const p = await renderPdf(exampleReport(l, Number(process.env['ROWS'] ?? 60))); console.log(l, performance.now()-t, p.length); writeFileSync(`/tmp/typ/${l}.pdf`, p); });
