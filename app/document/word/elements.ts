import { Run, Table, XmlComponent, type ITableOptions } from 'docx';

/** An element of WordprocessingML that the library has no name for. */
export class Element extends XmlComponent {
  constructor(name: string, attributes: Readonly<Record<string, string>>, text?: string) {
    super(name);
    this.root.push({ _attr: attributes });
    if (text !== undefined) this.root.push(text);
  }
}

/** The sign of a field: where it begins, what it is, where its kept result begins and ends. */
class FieldSign extends Run {
  constructor(sign: XmlComponent) {
    super({});
    this.root.push(sign);
  }
}
const sign = (type: string) => new FieldSign(new Element('w:fldChar', { 'w:fldCharType': type }));

/** Contents that a word processor brings up to date when it is told to, and that read as they are until then. */
export const contentsBegin = (): Run[] => [sign('begin'), new FieldSign(new Element('w:instrText', { 'xml:space': 'preserve' }, ' TOC \\o "1-1" \\n \\h \\z ')), sign('separate')];
export const contentsEnd = (): Run => sign('end');

/** A table that says what it shows to who does not see it, and that its first row heads the columns. */
export class DescribedTable extends Table {
  constructor(options: ITableOptions, description: string) {
    super(options);
    const [properties] = this.root;
    if (!(properties instanceof XmlComponent)) return;
    properties.addChildElement(new Element('w:tblLook', { 'w:val': '0020', 'w:firstRow': '1', 'w:lastRow': '0', 'w:firstColumn': '0', 'w:lastColumn': '0', 'w:noHBand': '1', 'w:noVBand': '1' }));
    properties.addChildElement(new Element('w:tblDescription', { 'w:val': description }));
  }
}
