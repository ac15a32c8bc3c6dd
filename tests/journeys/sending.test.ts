import fs from 'node:fs';
import { NARROW, WIDE } from '../support/browser.ts';
import { officerAlone } from '../support/still-figures.ts';

// A real browser on a busy machine: axe alone may take a minute on a page of a thousand cells.
jest.setTimeout(240_000);

/** Mason Thirkell of the practice authority. */
const MASON = 'K990417017023';
const REGISTER = ['UPN,Date,Session,Mark', `${MASON},19/11/2026,PM,M`, `${MASON},18/11/2026,AM,!`, 'B801200005001,18/11/2026,AM,/', `${MASON},21/11/2026,AM,/`,
  ...['09', '10', '11', '12', '13', '16', '17'].flatMap((day) => [`${MASON},${day}/11/2026,AM,-`, `${MASON},${day}/11/2026,PM,-`]), ''].join('\r\n');

describe('sending a register', () => {
  const journey = officerAlone();

  const send = async (name: string, text: string): Promise<void> => {
    const { page } = journey.officer;
    await journey.officer.open('/data/send?schoolId=990417');
    await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: /^Send/ }).click();
    await page.waitForURL(/\/data\/deliveries\/\d+/);
    await page.getByRole('heading', { level: 1, name: /^(Not kept|Receipt|Undone):/ }).waitFor();
  };

  test('nothing chosen is said in an error summary, and nothing is sent', async () => {
    const { page } = journey.officer;
    await journey.officer.open('/data/send?schoolId=990417');
    await page.getByRole('button', { name: /^Send/ }).click();
    await page.getByRole('alert').first().waitFor();
    expect(page.url()).toContain('/data/send');
    expect(await journey.officer.faults()).toEqual([]);
  });

  test('a file is read while one watches, and its receipt adds up and names the refused rows', async () => {
    const { page } = journey.officer;
    await send('oakmere.csv', REGISTER);
    await page.getByText(/Refused/).first().waitFor();
    await page.getByRole('button', { name: /Download the .*refused row/ }).waitFor();
    const receipt = await page.locator('main').innerText();
    expect(receipt).toMatch(/Kept/);
    expect(receipt).toContain('!');
    expect(await journey.officer.faults()).toEqual([]);
  });

  test('the refused rows can be taken away as a file that no spreadsheet will run', async () => {
    const { page } = journey.officer;
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /Download the .*refused row/ }).click()]);
    const text = fs.readFileSync(await download.path(), 'utf8');
    expect(text.split('\r\n').filter((line) => line !== '')).toHaveLength(4);
    expect(text).not.toMatch(/(^|,)"?[=+@]/m);
  });

  test('the new mark stands on the record of the child', async () => {
    const { page } = journey.officer;
    await page.keyboard.press('/');
    await page.keyboard.type(MASON);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/pupils\/\d+$/);
    expect(page.url()).not.toContain(MASON);
    await page.getByRole('heading', { level: 1, name: /Mason Thirkell/ }).waitFor();
    expect(await page.getByRole('gridcell', { name: /Thu 19 Nov PM: .*appointment/i }).count()).toBe(1);
  });

  test('the same file again gives the same receipt', async () => {
    await send('oakmere-again.csv', REGISTER);
    expect(await journey.officer.page.locator('main').innerText()).toMatch(/before|again|already/i);
  });

  test('a delivery is undone, with what will be put back and why, by keyboard and on a narrow screen', async () => {
    const { page } = journey.officer;
    await page.setViewportSize(NARROW);
    await page.getByRole('button', { name: 'Undo this delivery' }).first().press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Undo this delivery?' }).waitFor();
    expect(await page.locator('main').innerText()).toMatch(/puts back 1 mark of 1 pupil, in 1 register week/);
    await page.getByRole('button', { name: 'Undo this delivery' }).press('Enter');
    await page.getByRole('alert').getByText(/Say why/).waitFor();
    expect(await journey.officer.faults()).toEqual([]);
    await page.getByRole('textbox', { name: 'Why is it to be undone?' }).focus();
    await page.keyboard.type('Sent for a practice, as a journey');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Everything stands as it did before this file came.').waitFor();
    expect(await page.locator('main').innerText()).toContain('Sent for a practice, as a journey');
    expect(await journey.officer.faults()).toEqual([]);
    await page.setViewportSize(WIDE);
  });

  test('the same file can be sent again after that, and is read again', async () => {
    await send('oakmere-after-undo.csv', REGISTER);
    await journey.officer.page.getByRole('button', { name: 'Undo this delivery' }).first().waitFor();
    expect(await journey.officer.page.locator('main').innerText()).not.toContain('The same file again');
  });

  test('a file that is no register is refused with what happened, that nothing changed, and what to do', async () => {
    await send('photo.csv', 'PK\u0003\u0004 not a register at all');
    await journey.officer.page.getByText(/CSV/).first().waitFor();
    const words = await journey.officer.page.locator('main').innerText();
    expect(words).toMatch(/nothing/i);
    expect(words).toMatch(/CSV/);
    expect(await journey.officer.faults()).toEqual([]);
  });
});
