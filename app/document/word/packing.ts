import { archiveOf, unzipped } from '#app/platform/zip';
import { printableInXml } from '#app/platform/xml-text';
import type { PrintedDocument } from '../document';
import { tagOf } from './look';

/**
 * The same file for the same document: the library names links by chance and stamps the hour, so links are counted in their order, what the
 * file says of itself is written here, of the day of publication, and its parts are packed in the order of their names.
 */
export async function packedAlike(docx: Uint8Array, document: PrintedDocument): Promise<Uint8Array> {
  const links = new Map<string, string>();
  const named = (text: string): string => text.replaceAll(/\brId[\w-]{21}(?=")/g, (name) => {
    const known = links.get(name) ?? `rIdLink${links.size + 1}`;
    links.set(name, known);
    return known;
  });
  const parts = new Map([...unzipped(docx)].filter(([name]) => !name.endsWith('/')).map(([name, content]): [string, string] => [name, content.toString('utf8')]));
  parts.set('docProps/core.xml', coreOf(document));
  // The text comes first, so that its links are counted in the order of reading.
  const text = named(parts.get(body) ?? '');
  const rest = [...parts].filter(([name]) => name !== body).map(([name, content]) => ({ name, content: named(content) })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return archiveOf([...rest.filter(isHead), { name: body, content: text }, ...rest.filter((part) => !isHead(part))].map(({ name, content }) => ({ name, content: once(content) })));
}

const body = 'word/document.xml';
const isHead = ({ name }: { readonly name: string }): boolean => name === '[Content_Types].xml' || name === '_rels/.rels';

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

const escaped = (text: string): string => printableInXml(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function coreOf({ title, subtitle, publisher, keywords, language, publishedOn, version }: PrintedDocument): string {
  const element = (name: string, text: string): string => (text === '' ? '' : `<${name}>${escaped(text)}</${name}>`);
  const day = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${publishedOn}T00:00:00Z</dcterms:${name}>`;
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    + element('dc:title', title) + element('dc:subject', subtitle) + element('dc:creator', publisher) + element('cp:keywords', keywords.join(', ')) + element('dc:language', tagOf(language))
    + element('cp:lastModifiedBy', publisher) + element('cp:version', version) + day('created') + day('modified') + '</cp:coreProperties>';
}
