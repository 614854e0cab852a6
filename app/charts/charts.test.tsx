import { expect, test } from 'vitest';
import { markupOf } from '#tests/harness/markup';
import { Bars } from './bars';
import { Ladder } from './ladder';
import { Progress } from './progress';
import { Shares } from './shares';
import { Strip } from './strip';

const groups = (
  <Bars
    id="g"
    title="One commitment in eleven"
    bars={[
      { key: 'a', label: 'Displaced', parts: [{ value: 38, fill: 'f1' }, { value: 18, fill: 'k3' }], mark: '56 · 9 %' },
      { key: 'b', label: 'Rural', parts: [{ value: 0, fill: 'f1' }], mark: '0 · 0 %' },
    ]}
  />
);

test('a chart is an image with a title and its numbers in words', () => {
  const markup = markupOf(groups);
  expect(markup).toContain('role="img" aria-labelledby="g-t g-d"');
  expect(markup).toContain('<title id="g-t">One commitment in eleven</title>');
  expect(markup).toContain('<desc id="g-d">Displaced: 56 · 9 %. Rural: 0 · 0 %.</desc>');
});

test('a label in another direction than the page keeps its signs at their places', () => {
  expect(markupOf(groups, 'ar')).toContain('>\u2068Displaced\u2069</text>');
  expect(markupOf(groups)).not.toContain('\u2068');
});

test('a bar of nothing keeps its label and its number', () => {
  const markup = markupOf(groups);
  expect(markup).toContain('>Rural</text>');
  expect(markup).toContain('>0 · 0 %</text>');
});

test('from right to left the places are mirrored and the text is not', () => {
  const [left, right] = [markupOf(groups, 'en'), markupOf(groups, 'ar')];
  const [, x = '', width = ''] = /class="f1" x="([\d.]+)%" y="25" width="([\d.]+)%"/.exec(left) ?? [];
  expect(x).toBe('0.00');
  expect(right).toContain(`class="f1" x="${(100 - Number(width)).toFixed(2)}%" y="25" width="${width}%"`);
  expect(right).toContain('direction="rtl"');
  expect(left).not.toContain('direction=');
});

test('progress says every point that is known, in the language of the page', () => {
  const course = { baseline: 40, now: 212, expected: 230, target: 500, first: 600 };
  expect(markupOf(<Progress id="p" title="Schools" course={course} />)).toContain('Baseline 40. Now 212. Expected today 230. Target 500. First promise 600.');
  expect(markupOf(<Progress id="p" title="Écoles" course={course} />, 'fr')).toContain('Cible 500');
  expect(markupOf(<Progress id="p" title="Schools" course={{ ...course, now: null }} />)).not.toContain('Now');
});

test('more paid than pledged still leaves the number behind the longest bar', () => {
  const rise = { key: 'y', label: '2021', pledged: 50, committed: 80, disbursed: 100, mark: '200 %', unit: 'paid' };
  const [, end = ''] = /<text[^>]* x="([\d.]+)%"[^>]*><tspan/.exec(markupOf(<Ladder id="l" title="Ladder" rises={[rise]} />)) ?? [];
  const [, paid = ''] = /class="f1"[^>]* width="([\d.]+)%"/.exec(markupOf(<Ladder id="l" title="Ladder" rises={[rise]} />)) ?? [];
  expect(end).toBe(paid);
});

test('a share of nothing is drawn without dividing by it', () => {
  const markup = markupOf(<Shares id="s" title="Shares" shares={[{ key: 'o', label: 'Oceania', part: 0, whole: 0, count: '0 of 0', mark: '0 %' }]} />);
  expect(markup).not.toContain('NaN');
});

test('the proportion strip is silent and empty when there is nothing', () => {
  const markup = markupOf(<Strip parts={[{ value: 0, fill: 'f1' }]} />);
  expect(markup).toContain('aria-hidden="true"');
  expect(markup).not.toContain('<rect');
});
