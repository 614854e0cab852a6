import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textFor } from '#app/languages/catalogues.server';
import { figureGallery } from '#app/reporting/figures/gallery.server';
import { figureKeys } from '#app/reporting/figures/model';
import { findReportDesk } from '#app/reporting/reports/queries.server';
import { valueOf } from './accounts-world';
import { freeze, openReporting, planned, published, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let ref: string;
const gallery = async () => {
  const report = await findReportDesk(world.officer, ref, { language: 'en', now: world.later });
  if (report === undefined) throw new Error('no report');
  return figureGallery(report, { t: textFor('en', 'reporting'), language: 'en' });
};

beforeAll(async () => {
  world = await openReporting();
  await published(world);
  ref = (await planned(world)).ref;
});
afterAll(() => world.close());

describe('the figures that a text can be written around', () => {
  it('are all that a report will have, with what binds each and where it stands, before anything is computed', async () => {
    const figures = await gallery();
    expect(figures.map(({ key }) => key).toSorted()).toEqual([...figureKeys].toSorted());
    expect(figures.find(({ key }) => key === 'standing')).toMatchObject({ binding: '{{figure:standing}}', number: '2.1', preview: null, chapters: [2] });
    expect(figures.map(({ number }) => number)).toEqual(figures.map(({ number }) => number).toSorted());
  });

  it('look as they were frozen', async () => {
    valueOf(await freeze(world, ref));
    const standing = (await gallery()).find(({ key }) => key === 'standing');
    expect(standing?.preview).toMatchObject({ frozen: true, year: 2026, figure: { key: 'standing', rows: [['On track', '1', '100%']] } });
  });
});
