import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { markupOf } from '#tests/harness/markup';
import { CheckField, CheckList, RadioField } from './choice-field';
import { ErrorSummary } from './error-summary';
import { fieldClass } from './field-frame';
import { DateField, FileField, NumberField, SelectField, TextArea, TextField } from './field';
import { FormKey, Version } from './hidden';

describe('a field', () => {
  test('reads label, hint, message, input, and the input is described by hint and message', () => {
    const markup = markupOf(<TextField name="title" label="Title" hint="In a few words" errors={['Enter a title']} defaultValue="x" required />);
    const order = ['<label for="title">', 'id="title-h"', 'id="title-e"', '<input'].map((part) => markup.indexOf(part));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(markup).toContain('aria-describedby="title-h title-e"');
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toContain('class="field field--err"');
  });

  test('says nothing of errors when there are none', () => {
    const markup = markupOf(<TextField name="title" label="Title" errors={[]} />);
    expect(markup).not.toContain('aria-');
    expect(markup).not.toContain('field--err');
  });

  test('keeps constraints as plain attributes', () => {
    const markup = markupOf(<TextField name="code" label="Code" type="email" maxLength={80} minLength={3} pattern="[A-Z]+" autoComplete="off" required />);
    for (const attribute of ['type="email"', 'maxLength="80"', 'minLength="3"', 'pattern="[A-Z]+"', 'required=""', 'dir="ltr"']) {
      expect(markup.toLowerCase()).toContain(attribute.toLowerCase());
    }
  });

  test('says that it is optional, in the language of the page', () => {
    expect(markupOf(<TextArea name="how" label="How" optional />, 'fr')).toContain('(facultatif)');
    expect(markupOf(<TextArea name="how" label="How" />)).not.toContain('optional');
  });

  test('shows every message', () => {
    expect(markupOf(<NumberField name="year" label="Year" errors={['One', 'Two']} />).match(/class="err"/g)).toHaveLength(2);
  });

  test('a select offers no choice first, and groups', () => {
    const markup = markupOf(
      <SelectField name="unit" label="Unit" defaultValue="s" options={[{ value: 's', label: 'Schools' }, { label: 'People', options: [{ value: 't', label: 'Teachers' }] }]} />,
    );
    expect(markup).toContain('<option value="">Choose one</option><option value="s" selected="">Schools</option><optgroup label="People">');
  });

  test('a date is posted as a plain date', () => {
    expect(markupOf(<DateField name="on" label="On" min="2021-01-01" max="2026-11-21" defaultValue="2026-10-31" />)).toContain('min="2021-01-01" max="2026-11-21" type="date"');
  });

  test('a file says its limit, with another hint and alone', () => {
    expect(markupOf(<FileField name="file" label="Evidence" limit={20} />)).toContain('At most 20 MB');
    expect(markupOf(<FileField name="file" label="Evidence" limit={20} hint="PDF" />)).toContain('PDF · At most 20 MB');
  });
});

describe('choices', () => {
  const choices = [
    { value: 'known', label: 'We know' },
    { value: 'gap', label: 'Not known yet', hint: 'Opens a data gap' },
  ];

  test('stand in a named group, the first under the id of the field', () => {
    const markup = markupOf(<RadioField name="base" label="Start" choices={choices} defaultValue="gap" errors={['Choose one']} required />);
    expect(markup).toContain('<fieldset class="field field--err" aria-describedby="base-e"><legend>Start</legend>');
    expect(markup).toContain('<input type="radio" id="base" name="base" required="" value="known"/>');
    expect(markup).toContain('id="base-2"');
    expect(markup.match(/checked=""/g)).toHaveLength(1);
  });

  test('only the input that is wrong is red, also in a group with an error', () => {
    const markup = markupOf(<fieldset className={fieldClass(['Enter two'])}><TextField name="a" label="A" errors={['Wrong']} /><TextField name="b" label="B" /></fieldset>);
    expect([...markup.matchAll(/<input[^>]*>/g)].map(([input]) => /aria-invalid="true"/.test(input))).toEqual([true, false]);
    const red = [...readFileSync('app/ui/forms.css', 'utf8').matchAll(/([^{}]*)\{[^}]*border-color: var\(--color-error\)/g)].map(([, selector]) => selector?.trim());
    expect(red).toEqual([".in[aria-invalid='true']"]);
  });

  test('any of them can be ticked', () => {
    expect(markupOf(<CheckList name="groups" label="Who" choices={choices} defaultValue={['known', 'gap']} />).match(/checked=""/g)).toHaveLength(2);
  });

  test('a single tick has its message before it and its hint within', () => {
    const markup = markupOf(<CheckField name="may" label="I may" hint="For Kenya" errors={['Tick the box']} required />);
    expect(markup.indexOf('id="may-e"')).toBeLessThan(markup.indexOf('<input'));
    expect(markup).toContain('<small>For Kenya</small>');
    expect(markup).not.toContain('id="may-h"');
  });
});

describe('the error summary', () => {
  test('takes the focus, counts in words and leads to the fields', () => {
    const markup = markupOf(<ErrorSummary errors={[{ id: 'unit', message: 'Choose what is counted' }, { message: 'Somebody else has changed this' }]} />);
    expect(markup).toContain('role="alert" aria-labelledby="error-summary" tabindex="-1" autofocus=""');
    expect(markup).toContain('There are 2 things to mend');
    expect(markup).toContain('<a href="#unit">Choose what is counted</a>');
    expect(markup).toContain('<li>Somebody else has changed this</li>');
  });

  test('uses the dual in Arabic and the right case in Russian', () => {
    const errors = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `f${at}`, message: String(at) }));
    expect(markupOf(<ErrorSummary errors={errors(2)} />, 'ar')).toContain('هناك أمران');
    expect(markupOf(<ErrorSummary errors={errors(5)} />, 'ru')).toContain('5 пунктов');
  });

  test('is not there without errors', () => {
    expect(markupOf(<ErrorSummary errors={[]} />)).toBe('');
  });
});

test('a form carries a key of its own and the version it was filled in from', () => {
  expect(markupOf(<FormKey />)).toMatch(/^<input type="hidden" name="_key" value="[\w-]{20,}"\/>$/);
  expect(markupOf(<FormKey />)).not.toBe(markupOf(<FormKey />));
  expect(markupOf(<Version value={3} />)).toBe('<input type="hidden" name="_version" value="3"/>');
});
