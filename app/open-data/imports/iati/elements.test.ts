import { describe, expect, it } from 'vitest';
import { readElements } from './elements';

const textOf = (text: string) => {
  const root = readElements(text);
  return root.ok ? root.value.text : root.problem.code;
};

describe('elements', () => {
  it('have their text with what references stand for; what XML does not know stays as it is written', () => {
    expect(textOf('<a>&lt;b&gt; &amp;nbsp; &#233;&#xE9; &nbsp;<![CDATA[<&amp;>]]> é</a>')).toBe('<b> &nbsp; éé &nbsp;<&amp;> é');
    expect(textOf('<a>&#0;&#xD800;&#x110000;</a>')).toBe('&#0;&#xD800;&#x110000;');
  });

  it('know their line and their way from the root', () => {
    const root = readElements('<?xml version="1.0"?>\n<!-- <a> -->\n<a>\n <b/>\n <c/><b x="1"\n>\n</b></a>');
    expect(root.ok && root.value.children.map(({ line, path, attributes }) => [line, path, attributes['x']])).toEqual([[4, 'b[1]', undefined], [5, 'c[1]', undefined], [5, 'b[2]', '1']]);
  });

  it('are none where something is declared before the root, behind comments too', () => {
    expect(textOf('<!DOCTYPE a><a/>')).toBe('xml-declarations');
    expect(textOf(`<?xml version="1.0"?>${'<!-- x -->'.repeat(3)}<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`)).toBe('xml-declarations');
    expect(textOf(`${'<!-- x --> '.repeat(20_000)}<a>fine</a>`)).toBe('fine');
  });
});
