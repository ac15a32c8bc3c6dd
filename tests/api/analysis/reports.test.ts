import { person } from '../../support/people.ts';
import { sendRegisters } from '../../support/register-book.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';
test('x', async () => {
  const portal = await TestPortal.open('reports');
  await sendRegisters(portal);
  for (const actor of [person(Role.TEAM_MANAGER), person(Role.GOVERNOR), person(Role.VIRTUAL_SCHOOL_HEAD, { pupils: [1, 4] })]) {
    const list = await portal.ask(actor, '{ reports { number title parts { key } } }');
    console.log(JSON.stringify(list));
    for (const r of list.data!.reports as any[]) for (const p of r.parts) {
      const a = await portal.ask(actor, `{ report(number: ${r.number}, part: "${p.key}") { total coverage marksTo filterWords rows { key cells } compared { cells } } }`);
      console.log(r.number, p.key, a.statements, JSON.stringify(a.errors), JSON.stringify((a.data?.report as any)?.total), JSON.stringify((a.data?.report as any)).slice(0, 900));
    }
  }
  await portal.close();
});
