import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { REAL_FILES, realFilesMissing } from '#db/reference/real-files';
import { departuresOf } from './departures';
import { readElements } from './elements';

const found = (text: string) => {
  const root = readElements(text);
  return root.ok ? departuresOf(root.value).map(({ row, column, code }) => [row, column, code]) : [root.problem.code];
};
const activity = (inside: string) => `<iati-activities version="2.03">\n<iati-activity>${inside}</iati-activity></iati-activities>`;
const whole = '<iati-identifier>A-1</iati-identifier><reporting-org ref="A" type="22"><narrative>A</narrative></reporting-org><title><narrative>T</narrative></title><description><narrative>D</narrative></description><participating-org role="1"/><activity-status code="2"/><activity-date type="1" iso-date="2024-01-01"/>';

describe('departures from the standard', () => {
  it('are none where the file keeps it, whatever stands in other namespaces', () => {
    expect(found(activity(whole))).toEqual([]);
    expect(found(activity(`${whole}<x:more xmlns:x="urn:x" a="1">words</x:more>`).replace('<iati-activity>', '<iati-activity xmlns:x="urn:x" x:index="3" xml:lang="EN">'))).toEqual([]);
  });

  it('name the line and the element', () => {
    expect(found(activity(`${whole}\n<transaction><transaction-type/><value currency="EUR" value-date="2024-02-30">ten</value>\n<odd/></transaction>`))).toEqual([
      [3, 'iati-activity[1]/transaction[1]/transaction-type[1]/@code', 'attribute-missing'], [3, 'iati-activity[1]/transaction[1]/value[1]/@value-date', 'value-differs'],
      [3, 'iati-activity[1]/transaction[1]/value[1]', 'value-differs'], [4, 'iati-activity[1]/transaction[1]/odd[1]', 'element-unknown'], [3, 'iati-activity[1]/transaction[1]/transaction-date', 'element-missing'],
    ]);
    expect(found(activity(whole.replace('<activity-status code="2"/>', '<activity-status code="2" more="1"/><activity-status code="3"/><title/>stray'))).map(([, , code]) => code)).toEqual(['text-misplaced', 'attribute-unknown', 'element-repeated', 'element-repeated', 'element-missing']);
  });
});

/** The files of an archive of tar, by name: its headers are 512 bytes, and so are the blocks of its files. */
function* untarred(bytes: Uint8Array): Generator<{ readonly name: string; readonly text: string }> {
  const word = (from: number, length: number) => Buffer.from(bytes.subarray(from, from + length)).toString('utf8').replace(/\0.*$/s, '');
  let long = '';
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0;) {
    const size = Number.parseInt(word(at + 124, 12).trim() || '0', 8);
    const text = Buffer.from(bytes.subarray(at + 512, at + 512 + size)).toString('utf8');
    if (word(at + 156, 1) === 'L') long = text.replace(/\0.*$/s, '');
    else {
      yield { name: long || [word(at + 345, 155), word(at, 100)].filter((part) => part !== '').join('/'), text };
      long = '';
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

describe.skipIf(realFilesMissing !== null)(`the test suite of the standard${realFilesMissing === null ? '' : `: ${realFilesMissing}`}`, () => {
  it('is decided as by the schema itself: every document that should pass has no departure, every other one has some', () => {
    const suite = [...untarred(gunzipSync(readFileSync(`${REAL_FILES}/reference/iati-standard/xsd-test-suite/iati-schemas-2.03-tests.tar.gz`)))].filter(({ name, text }) => name.endsWith('.xml') && text.includes('<iati-activities'));
    const wrong = suite.filter(({ name, text }) => name.includes('should-fail') !== found(text).filter((one) => !Array.isArray(one) || one[2] !== 'narrative-empty').length > 0).map(({ name }) => name);
    expect(wrong).toEqual([]);
    expect([suite.filter(({ name }) => name.includes('should-pass')).length, suite.filter(({ name }) => name.includes('should-fail')).length]).toEqual([215, 323]);
  });
});
