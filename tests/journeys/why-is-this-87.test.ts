import type { Visit } from '../support/browser.ts';
import { officerAlone } from '../support/still-figures.ts';

// A real browser on a busy machine.
jest.setTimeout(240_000);

interface Seen { readonly textContent: string | null; getAttribute(name: string): string | null; querySelector(selector: string): Seen | null; readonly className: string }
interface Line { readonly kind: string; readonly count: string; readonly path: string | null }

const wholeNumber = (text: string): number => Number(text.replaceAll(',', '').replace('\u2212 ', ''));
const headingCount = (heading: string): number => (/^No /.test(heading) ? 0 : wholeNumber(/^([\d,]+) /.exec(heading)?.[1] ?? ''));

describe('why is this 87%?', () => {
  const journey = officerAlone();

  const linesOf = (visit: Visit, list: string): Promise<Line[]> => visit.page.getByRole('dialog').locator(`${list} > li`).evaluateAll((all: Seen[]) => all.map((line) => ({
    kind: line.className, count: /^(?:\u2212 )?[\d,]+/.exec(line.querySelector('.app-steps__count')?.textContent ?? '')?.[0] ?? '', path: line.querySelector('a')?.getAttribute('href') ?? null,
  })));

  test('an officer opens a figure, sees what is in and what is left out, opens a list of as many, and goes back by keyboard', async () => {
    const { officer } = journey;
    const { page } = officer;
    await officer.open('/area');
    await page.getByRole('link', { name: /Explain Attendance/ }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Attendance in / });
    await dialog.waitFor();
    const lines = await linesOf(officer, 'ol.app-steps');
    const total = lines.findIndex(({ kind }) => kind.includes('is-total'));
    const counts = lines.map(({ count }) => wholeNumber(count));
    // Everything recorded, less each line left out, is what is counted; and its parts add up to it.
    expect((counts[0] ?? 0) - counts.slice(1, total).reduce((sum, count) => sum + count, 0)).toBe(counts[total]);
    expect(counts.slice(total + 1).reduce((sum, count) => sum + count, 0)).toBe(counts[total]);
    expect(await officer.faults()).toEqual([]);
    expect(lines.every(({ path }) => path !== null)).toBe(true);
    const differences = await dialog.locator('ul.app-steps a.app-figure').evaluateAll((all: Seen[]) => all.map((link) => ({ count: /^[\d,]+/.exec(link.textContent ?? '')?.[0] ?? '', path: link.getAttribute('href') ?? '' })));
    expect(differences.length).toBeGreaterThan(1);

    const first = dialog.locator('ul.app-steps a.app-figure').first();
    await first.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/explained/);
    const heading = page.getByRole('heading', { level: 1, name: /enrolments? counted here/ });
    expect(headingCount(await heading.innerText())).toBe(wholeNumber(differences[0]?.count ?? ''));
    expect(await officer.faults()).toEqual([]);
    await page.getByRole('link', { name: 'The explanation' }).focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/area');

    for (const { count, path } of [...lines.slice(0, total + 1), ...differences]) {
      await officer.open(path ?? '');
      expect([path, headingCount(await page.getByRole('heading', { level: 1 }).innerText())]).toEqual([path, wholeNumber(count)]);
    }
    expect(officer.complaints).toEqual([]);
    await officer.close();
  });

  test('from persistent absence one comes to every other figure of the school, each with its sum', async () => {
    const officer = await journey.browser.signIn('Priya Nandra');
    await officer.open('/schools/990417?explain=PERSISTENT');
    const links = officer.page.getByRole('navigation', { name: 'Explain another figure' }).getByRole('link');
    expect(await links.allInnerTexts()).toEqual(['Attendance', 'Unauthorised absence', 'Severe absence', 'Late', 'Authorised absence', 'Sessions without a mark', 'Pupils counted']);
    await links.last().click();
    await officer.page.getByRole('dialog', { name: /^Pupils counted at Oakmere Academy: [\d,]+$/ }).waitFor();
    await officer.close();
  });

  test('a governor reads the same figure without a name, and no small count', async () => {
    const governor = await journey.browser.signIn('Philippa Stroud');
    await governor.open('/schools/990417');
    for (const measure of ['PERSISTENT', 'SEVERE', 'ATTENDANCE', 'PUPILS']) {
      await governor.open(`/schools/990417?explain=${measure}`);
      const dialog = governor.page.getByRole('dialog');
      await dialog.waitFor();
      expect([measure, await dialog.locator('a[href^="/pupils"], a[href^="/explained"]').count()]).toEqual([measure, 0]);
      if (measure !== 'ATTENDANCE') expect([measure, (await linesOf(governor, 'ol.app-steps, ul.app-steps')).map(({ count }) => wholeNumber(count)).filter((count) => count > 0 && count < 5)]).toEqual([measure, []]);
      expect([measure, await governor.faults()]).toEqual([measure, []]);
    }
    await governor.page.goto('/explained?measure=PERSISTENT&definition=LOCAL&side=OF&reason=RECORDED&schoolId=990417');
    await governor.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await governor.page.locator('main table').count()).toBe(0);
    await governor.close();
  });
});
