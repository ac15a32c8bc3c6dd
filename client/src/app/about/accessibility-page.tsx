import { useMe } from '../../features/identity/index.ts';
import { Page, PageTitle } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Column, Columns } from '../../ui/columns.tsx';

/** What was tried and what was not, so that nobody relies on more than there is. */
export function Component() {
  const { authority } = useMe();
  return (
    <Page windowTitle="Accessibility" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Accessibility' }]}>
      <PageTitle title="Accessibility statement" lede="We want everyone whose job is a child’s attendance to be able to use this portal. This page says what we tried, and what we have not." />
      <Panel title="Nobody has tested the portal with a screen reader yet" lead>
        <div className="app-stack">
          <p>We build for the Web Content Accessibility Guidelines 2.2, levels A and AA. We cannot say yet that the portal meets them: automatic checks find less than half of what can be wrong, and people have not tried it.</p>
        </div>
      </Panel>
      <Columns>
        <Column span={6}>
          <Panel title="What we tested">
            <ul className="govuk-list govuk-list--bullet">
              <li>Pages with axe, an automatic checker, for the rules of WCAG 2.0 to 2.2 at A and AA and for good practice.</li>
              <li>The keyboard alone: menus, search, tables, forms and the year register. Automatic tests repeat part of this with every change.</li>
              <li>A width of 320 pixels, which is the same as a zoom of 400%: no page scrolls sideways.</li>
            </ul>
          </Panel>
        </Column>
        <Column span={6}>
          <Panel title="What we did not test, and what we know">
            <ul className="govuk-list govuk-list--bullet">
              <li>No screen reader was used: not NVDA, JAWS, VoiceOver or TalkBack.</li>
              <li>No speech control or switch was used.</li>
              <li>Nobody with a disability has tried the portal for us yet.</li>
              <li>The year register is a grid of many small cells. A list of the same absences stands beside it.</li>
              <li>Charts have a sentence and a table each; the drawing itself cannot be read by ear.</li>
              <li>The wide table of roles scrolls sideways inside its own box on medium screens.</li>
            </ul>
          </Panel>
        </Column>
      </Columns>
      <Panel title="If something keeps you out">
        <div className="app-stack">
          <p>Tell the service desk of {authority}: which page, what you tried, and what you use to read or steer the screen. If a message on the page had a reference, give it.</p>
          <p>You can ask for any receipt, register or list in another form. Single-key shortcuts never work inside a field; press <kbd>?</kbd> to see them all.</p>
          <p>If you are not content with the answer, the Equality Advisory and Support Service can advise you.</p>
        </div>
      </Panel>
    </Page>
  );
}
