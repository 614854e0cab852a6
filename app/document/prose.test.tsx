import { expect, it } from 'vitest';
import { markupOf } from '#tests/harness/markup';
import { blocksOfMarkdown } from './markdown';
import { Prose } from './prose';

const text = '## Names\n\nشبكة المدارس (UNESCO)\n\nLearning network (1).\n\n- Digital learning, Inc.\n- التعلّم الرقمي';

it('is written in the direction of its words where they run another way than the page', () => {
  const arabic = markupOf(<Prose blocks={blocksOfMarkdown(text)} under={2} />, 'ar');
  expect(arabic).toContain('<p>شبكة المدارس (UNESCO)</p><p dir="ltr">Learning network (1).</p><ul><li><bdi dir="ltr">Digital learning, Inc.</bdi></li><li>التعلّم الرقمي</li></ul>');
  const english = markupOf(<Prose blocks={blocksOfMarkdown(text)} under={2} />, 'en');
  expect(english).toContain('<p>شبكة المدارس (UNESCO)</p><p>Learning network (1).</p><ul><li>Digital learning, Inc.</li><li><bdi dir="rtl">التعلّم الرقمي</bdi></li></ul>');
});
