import { describe, expect, test } from 'vitest';
import { markupOf } from '#tests/harness/markup';
import { Answers } from './answers';
import { Button } from './button';
import { Chain } from './chain';
import { Downloads } from './downloads';
import { Figure } from './figure';
import { Heat } from './heat';
import { Icon, icons, Sprite } from './icon';
import { PageFrame } from './page-frame';
import { Pager } from './pager';
import { Rungs } from './rungs';
import { shadeOf, stepsOf } from './shade';
import { Steps } from './steps';
import { Tag } from './tag';
import { Tiles } from './tiles';

test('every icon that can be named is in the sprite, and none of them speaks', () => {
  const sprite = markupOf(<Sprite />);
  for (const name of Object.keys(icons)) expect(sprite).toContain(`id="i-${name}"`);
  expect(markupOf(<Icon name="ok" />)).toContain('aria-hidden="true"');
});

test('a tag is icon and word', () => {
  expect(markupOf(<Tag tone="late">At risk</Tag>)).toMatch(/^<span class="tag tag--late"><svg.*#i-late.*<\/svg>At risk<\/span>$/);
  expect(markupOf(<Tag tone="draft" icon={null}>superseded</Tag>)).toBe('<span class="tag">superseded</span>');
});

describe('the page frame', () => {
  const frame = markupOf(
    <PageFrame
      home="/ar/"
      brand="Concord"
      tagline="Coalition"
      languages={[
        { language: 'ar', name: 'العربية', href: '/ar/', current: true },
        { language: 'fr', name: 'Français', href: '/fr/', current: false },
      ]}
      acts={<a href="/ar/sign-in">دخول</a>}
      nav={[{ href: '/ar/commitments', label: 'الالتزامات', current: true }]}
      search={{ href: '/ar/search', label: 'بحث' }}
      own={{ entries: [{ href: '/my', label: 'عملي' }], who: 'كينيا' }}
      foot={{ columns: [{ title: 'تابع', entries: [{ href: '/ar/commitments', label: 'الالتزامات' }] }], note: 'محتوى توضيحي' }}
    >
      <h1>الالتزامات</h1>
    </PageFrame>,
    'ar',
  );

  test('begins with a skip link to a place that can take the focus', () => {
    expect(frame.indexOf('href="#main"')).toBeLessThan(frame.indexOf('<header'));
    expect(frame).toContain('<main id="main" tabindex="-1">');
  });

  test('names its navigations in the language of the page, and the phone finds the menu in the foot', () => {
    for (const name of ['اللغة', 'القائمة الرئيسية', 'عملي']) expect(frame).toContain(`aria-label="${name}"`);
    expect(frame).toContain('class="to-menu" href="#menu"');
    expect(frame).toContain('<footer class="foot" id="menu">');
  });

  test('marks where one is, and languages by their own names', () => {
    expect(frame).toContain('<a href="/ar/commitments" aria-current="page">');
    expect(frame).toContain('<b lang="ar" aria-current="true">العربية</b><a href="/fr/" lang="fr" hrefLang="fr">Français</a>');
  });
});

test('a missing station of the chain stays, without a link', () => {
  const markup = markupOf(
    <Chain
      label="The chain of this commitment"
      stations={[
        { kind: 'Money', title: 'No pledge yet', state: 'gap' },
        { kind: 'Commitment', title: 'Connect schools', state: 'here' },
        { kind: 'Clause', title: 'P1.2', href: '/d#P1.2' },
      ]}
    />,
  );
  expect(markup).toContain('<li class="gap"><span class="k">Money</span><strong>No pledge yet</strong></li>');
  expect(markup).toContain('<strong aria-current="page">Connect schools</strong>');
  expect(markup).toContain('<a href="/d#P1.2">P1.2</a>');
});

test('a rung says in words whether it is reached', () => {
  const markup = markupOf(<Rungs rungs={[{ key: 'a', label: 'Self-reported', on: true }, { key: 'b', label: 'Verified', on: false }]} />);
  expect(markup).toContain('<span class="vh">reached</span>');
  expect(markup).toContain('<span class="vh">not reached</span>');
});

describe('paging', () => {
  test('offers only where one can go, and says more than it counted', () => {
    const markup = markupOf(<Pager shown={50} total={{ count: 10_000, exact: false }} next="?after=x" />);
    expect(markup).toContain('<a href="?after=x" rel="next">Next page</a>');
    expect(markup).not.toContain('Previous');
    expect(markup).toContain('50 shown of more than 10,000');
  });

  test('a single page has no navigation', () => {
    expect(markupOf(<Pager shown={3} total={{ count: 3, exact: true }} />)).not.toContain('<nav');
  });

  test('files hold what matches, counted in the right form', () => {
    expect(markupOf(<Downloads count={1} csv="/c.csv" />)).toContain('exactly this row');
    expect(markupOf(<Downloads count={3} csv="/c.csv" />, 'ru')).toContain('эти 3 строки');
    expect(markupOf(<Downloads count={52} csv="/c.csv" />)).not.toContain('JSON');
  });
});

test('a figure says finding, source, n of N, as of, and has its table', () => {
  const markup = markupOf(
    <Figure
      finding="Half is paid"
      drawing={<svg />}
      origin={{ source: 'pledges in Concord', coverage: { known: 1214, of: 1232, what: 'pledges' }, asOf: '2026-11-21', csv: '/f.csv' }}
      table={<table />}
    />,
  );
  expect(markup).toContain('Source: pledges in Concord. n of N: 1,214 of 1,232 pledges. As of 21 November 2026. <a href="/f.csv">CSV</a>');
  expect(markup).toContain('<summary>Show as a table</summary><table>');
});

test('a link to change an answer says which', () => {
  const markup = markupOf(<Answers answers={[{ label: 'Title', value: 'Connect', change: '/1#title' }, { label: 'Country', value: 'Kenya' }]} />);
  expect(markup).toContain('<a href="/1#title">Change<span class="vh"> Title</span></a>');
  expect(markup.match(/<a /g)).toHaveLength(1);
});

test('steps say what is done and where one is', () => {
  const markup = markupOf(<Steps steps={['What', 'How', 'Check']} current={2} />);
  expect(markup).toContain('<li class="done">1 What<span class="vh"> (done)</span></li><li aria-current="step">2 How</li><li>3 Check</li>');
});

test('a button that cannot be pressed says why', () => {
  const markup = markupOf(<Button why="The cycle is closed">Submit update</Button>);
  const [, id = 'none'] = /aria-describedby="([^"]+)"/.exec(markup) ?? [];
  expect(markup).toContain('disabled=""');
  expect(markup).toContain(`id="${id}">The cycle is closed`);
});

describe('shading', () => {
  const bounds = [1, 10, 25, 50] as const;

  test.each([
    [0, 'a'],
    [1, 'b'],
    [9, 'b'],
    [10, 'c'],
    [49, 'd'],
    [50, 'e'],
    [9999, 'e'],
  ])('%i is %s', (count, shade) => {
    expect(shadeOf(count, bounds)).toBe(shade);
  });

  test('the legend tells the same steps', () => {
    expect(stepsOf(bounds).map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [1, 9],
      [10, 24],
      [25, 49],
      [50, null],
    ]);
  });

  test('zero is written, never left blank', () => {
    const heat = markupOf(<Heat caption="Coverage" columns={['Line', 'Africa', 'All']} rows={[{ key: '1', head: 'P3.3', cells: [{ count: 0, href: '/cell' }], total: { count: 0 } }]} bounds={bounds} />);
    expect(heat).toContain('<td role="cell" class="a"><a href="/cell">0</a></td><td role="cell"><b>0</b></td>');
    const tiles = markupOf(<Tiles bounds={bounds} regions={[{ key: 'a', name: 'Africa', tiles: [{ code: 'KE', count: 0, href: '/k', label: 'KE 0, Kenya' }] }]} />);
    expect(tiles).toContain('<a class="a" href="/k" aria-label="KE 0, Kenya">KE <small>0</small></a>');
  });
});
