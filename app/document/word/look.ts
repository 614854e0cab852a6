import { AlignmentType, BorderStyle, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import { direction, type Language } from '#app/languages/language';

/** The colours of the printed page (`report.typ`). */
export const colours = { ink: '14212B', muted: '4A5A66', line: 'CDD6DC', accent: '0B4F71', pale: 'D7E6EE', correction: 'A3201B', link: '0B4F8A' } as const;

/** Faces that every word processor has or knows a stand-in for. */
const font = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Microsoft YaHei' };

const tags: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES', ar: 'ar-SA', ru: 'ru-RU', zh: 'zh-CN' };
/** The language of a run, under the name that its script is checked by. */
export const languageMark = (language: Language) => ({ value: tags[language], ...(language === 'zh' ? { eastAsia: tags.zh } : {}), ...(direction(language) === 'rtl' ? { bidirectional: tags[language] } : {}) });
export const tagOf = (language: Language): string => tags[language];

/** Width of the text, A4 less its margins, in twentieths of a point. */
export const measure = 9638;
export const margins = { top: 1304, bottom: 1247, left: 1134, right: 1134, header: 624, footer: 567 };

const rule = (size: number, color: string = colours.ink) => ({ style: BorderStyle.SINGLE, size, color });
export const rules = { heavy: rule(12), light: rule(4, colours.line), none: { style: BorderStyle.NONE, size: 0, color: 'auto' } } as const;

/** Arabic and Chinese need more room between lines. */
const leading = (language: Language): number => ({ ar: 340, zh: 320 } as Partial<Record<Language, number>>)[language] ?? 288;

const basedOn = 'Normal';
const heading = (size: number, before: number) => ({ basedOn, next: basedOn, quickFormat: true, run: { size, bold: true, color: colours.ink }, paragraph: { spacing: { before, after: 120, line: 264 }, keepNext: true, keepLines: true } });

/** Real styles under the names that word processors know, so that whoever goes on writing changes them in one place. */
export function stylesOf(language: Language): IStylesOptions {
  return {
    default: {
      document: { run: { font, size: 20, color: colours.ink, language: languageMark(language) }, paragraph: { spacing: { after: 120, line: leading(language), lineRule: LineRuleType.AUTO } } },
      title: { basedOn, next: basedOn, run: { size: 52, bold: true, color: colours.ink }, paragraph: { spacing: { before: 1200, after: 240, line: 264 } } },
      heading1: { ...heading(36, 560), paragraph: { ...heading(36, 560).paragraph, border: { top: { ...rules.heavy, space: 10 } } } },
      heading2: heading(26, 400), heading3: heading(22, 320), heading4: heading(20, 280), heading5: heading(20, 240), heading6: heading(20, 240),
      hyperlink: { run: { color: colours.link, underline: {} } },
    },
    paragraphStyles: named,
  };
}

const small = { size: 17, color: colours.muted };
const named: readonly IParagraphStyleOptions[] = [
  { id: 'Publisher', name: 'Publisher', basedOn, run: { size: 22, bold: true }, paragraph: { border: { top: { style: BorderStyle.SINGLE, size: 48, color: colours.accent, space: 14 } } } },
  { id: 'Subtitle', name: 'Subtitle', basedOn, next: basedOn, run: { size: 26 }, paragraph: { spacing: { after: 320 } } },
  { id: 'Facts', name: 'Facts', basedOn, run: { size: 18 }, paragraph: { spacing: { after: 60 } } },
  { id: 'Lede', name: 'Lede', basedOn, run: { size: 24 }, paragraph: { spacing: { after: 200 } } },
  { id: 'Credit', name: 'Credit', basedOn, run: small, paragraph: { spacing: { after: 240 } } },
  { id: 'Notice', name: 'Notice', basedOn, paragraph: { spacing: { before: 160, after: 200 } } },
  { id: 'ContentsHeading', name: 'TOC Heading', basedOn, run: { size: 26, bold: true }, paragraph: { spacing: { before: 480, after: 120 }, keepNext: true } },
  { id: 'TOC1', name: 'toc 1', basedOn, paragraph: { spacing: { after: 100 } } },
  { id: 'ImprintFirst', name: 'Imprint, first', basedOn: 'Imprint', paragraph: { spacing: { before: 560, after: 80, line: 252 }, border: { top: { ...rules.light, space: 8 } } } },
  { id: 'Imprint', name: 'Imprint', basedOn, run: { size: 16, color: colours.muted }, paragraph: { spacing: { after: 80, line: 252 } } },
  { id: 'Caption', name: 'caption', basedOn, next: basedOn, run: { bold: true }, paragraph: { spacing: { before: 360, after: 60 }, keepNext: true, keepLines: true } },
  { id: 'FigureAbout', name: 'Figure description', basedOn, run: small, paragraph: { spacing: { after: 160 }, keepNext: true } },
  { id: 'BarLabel', name: 'Bar label', basedOn, run: { size: 18 }, paragraph: { spacing: { before: 80, after: 40, line: 240 }, keepNext: true, keepLines: true } },
  { id: 'Bar', name: 'Bar', basedOn, run: { size: 2 }, paragraph: { spacing: { before: 0, after: 0, line: 160, lineRule: LineRuleType.EXACT }, keepNext: true } },
  { id: 'TableText', name: 'Table text', basedOn, run: { size: 17 }, paragraph: { spacing: { before: 60, after: 60, line: 252 } } },
  { id: 'Source', name: 'Source', basedOn, run: small, paragraph: { spacing: { before: 160, after: 360 } } },
  { id: 'Running', name: 'Running head', basedOn, run: { size: 16, color: colours.muted }, paragraph: { spacing: { after: 0 } } },
];

/** Numbers stand to the right in every language; what ends a line depends on where reading starts. */
export const toTheRight = (language: Language) => (direction(language) === 'rtl' ? AlignmentType.START : AlignmentType.END);
