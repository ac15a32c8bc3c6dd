import { escapeHtml, plainPage } from '../../modules/identity/index.ts';

/** What the page shows of a member of the cast. */
export interface PracticePerson {
  readonly subject: string;
  readonly fullName: string;
  readonly email: string;
  readonly jobTitle: string;
  /** One plain line: what this person sees. */
  readonly sees?: string;
}

/** The page on which one says who one is: one button a person, no password. */
export function choosePage(people: readonly PracticePerson[], action: string, stylesheet: string): string {
  const rows = people.map(({ subject, fullName, jobTitle, sees }) => `<li>
<form method="post" action="${escapeHtml(action)}"><input type="hidden" name="subject" value="${escapeHtml(subject)}"><button type="submit">${escapeHtml(fullName)}</button></form>
<div><p>${escapeHtml(jobTitle)}</p>${sees ? `<p class="sees">${escapeHtml(sees)}</p>` : ''}</div>
</li>`);
  return plainPage('Choose who you are', `<p>This is the practice authority: everyone in it is invented, and nobody needs a password. Choose a person to see the portal as they do.</p>
<ul class="people">
${rows.join('\n')}
</ul>`, stylesheet);
}
