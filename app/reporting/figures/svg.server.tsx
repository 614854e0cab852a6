import { renderToStaticMarkup } from 'react-dom/server';
import { Bars } from '#app/charts/bars';
import { linesOf, rowsUnder } from '#app/charts/geometry';
import { i18nFor } from '#app/languages/catalogues.server';
import { direction, type Language } from '#app/languages/language';
import { LocaleProvider } from '#app/languages/text';
import type { FigureView } from './view';

const [width, margin, line] = [640, 16, 22];

/** The colours of the stylesheet: a drawing that stands alone has none to follow, and may bring none with it. */
const fills: Readonly<Record<string, string>> = { f1: '#0b4f71', f2: '#c2571a', f3: '#2f7d4f', f4: '#7a4fa3', f5: '#8a6d00', f6: '#5f6f7a', k1: '#d7e6ee', k2: '#a3c6d8', k3: '#6a9fbb', k4: '#33769a', k5: '#0b4f71' };
const fonts = "font-family=\"'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', 'PingFang SC', 'Noto Sans CJK SC', system-ui, sans-serif\"";
const painted = (name: string): string => fills[name] === undefined ? ({ l: 'font-size="16" fill="#14212b"', b: 'font-size="14" font-weight="700" fill="#14212b"' }[name] ?? '') : `fill="${fills[name]}"`;

interface SvgProps {
  readonly figure: FigureView;
  readonly language: Language;
  /** The report that it stands in. */
  readonly title: string;
}

/**
 * A figure as a file of its own: what it says, the drawing, where it comes from. Its title and description are its text alternative, with
 * every number of its table. It carries no style and no script, so that it may be shown anywhere.
 */
export function figureSvg({ figure, language, title }: SvgProps): string {
  const dir = direction(language);
  const room = width - 2 * margin;
  const head = linesOf(figure.finding, 18, room);
  const foot = [title, figure.source, figure.coverage].flatMap((text) => linesOf(text, 13, room));
  const top = margin + head.length * 26 + 8;
  const drawn = figure.bars.length === 0 ? 0 : rowsUnder(figure.bars.map((bar) => bar.label)).height + 12;
  const height = top + drawn + foot.length * line + margin;
  const start = dir === 'rtl' ? width - margin : margin;
  const said = (text: string, y: number, size: number, weight: number, fill: string) => <text key={y} x={start} y={y} fontSize={size} fontWeight={weight} fill={fill} direction={dir === 'rtl' ? 'rtl' : undefined}>{text}</text>;
  const markup = renderToStaticMarkup(
    <LocaleProvider language={language} i18n={i18nFor(language)}>
      <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="title description" lang={language}>
        <title id="title">{figure.finding}</title>
        <desc id="description">{inWords(figure)}</desc>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#ece3f6" /><rect width="2" height="6" fill="#7a4fa3" /></pattern>
        <rect width={width} height={height} fill="#fff" />
        {head.map((text, at) => said(text, margin + 18 + at * 26, 18, 600, '#14212b'))}
        {drawn > 0 && <svg x={margin} y={top} width={room} height={drawn} aria-hidden="true"><Bars id="drawing" title={figure.about} bars={figure.bars} /></svg>}
        {foot.map((text, at) => said(text, top + drawn + line / 2 + at * line, 13, 400, '#4a5a66'))}
      </svg>
    </LocaleProvider>,
  );
  return markup.replace('<svg ', `<svg ${fonts} `).replaceAll(/ class="([a-z0-9 ]*)"/g, (_, names: string) => names.split(' ').map(painted).filter(Boolean).map((one) => ` ${one}`).join(''));
}

/** Every number of the table, row by row, under the names of its columns. */
const inWords = ({ about, columns, rows, foot, coverage, source }: FigureView): string =>
  [about, ...[...rows, ...(foot === undefined ? [] : [foot])].map(([name = '', ...cells]) => `${name}: ${cells.map((cell, at) => `${columns[at + 1]?.label ?? ''} ${cell}`).join(', ')}.`), coverage, source].join(' ');
