import type { Response } from 'express';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe inside HTML and its quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** A whole page for the few moments around sign-in when the portal's own pages cannot be shown. `body` is HTML. */
export function plainPage(title: string, body: string, stylesheet: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - Attendance Support</title>
<link rel="stylesheet" href="${escapeHtml(stylesheet)}">
</head>
<body>
<header><span>Attendance Support</span></header>
<main id="main">
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

/** Sends a page that nobody keeps a copy of. */
export function sendPage(response: Response, status: number, html: string): void {
  response.status(status).set('Cache-Control', 'no-store').type('html').send(html);
}

/** The look of those pages; colours and sizes are GOV.UK's, at AA contrast or better. */
export const PLAIN_CSS = `
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #0b0c0c; font: 1.1875rem/1.32 arial, sans-serif; }
header { background: #0b0c0c; color: #fff; font-weight: 700; padding: 0.75rem 0; border-bottom: 10px solid #1d70b8; }
header span, main { display: block; max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
main { padding-top: 1.5rem; padding-bottom: 3rem; }
h1 { font-size: 2.25rem; line-height: 1.1; margin: 0 0 1.5rem; }
p { max-width: 40em; margin: 0 0 1.25rem; }
a { color: #1a65a6; }
a:hover { color: #0f385c; }
a:focus, button:focus { outline: 3px solid transparent; background: #fd0; color: #0b0c0c; box-shadow: 0 -2px #fd0, 0 4px #0b0c0c; text-decoration: none; }
.button, button { display: inline-block; border: 2px solid transparent; background: #0f7a52; color: #fff; box-shadow: 0 2px 0 #083d29; font: inherit; padding: 0.5rem 0.75rem; text-decoration: none; cursor: pointer; }
.button:hover, button:hover { background: #0b5c3e; color: #fff; }
.people { list-style: none; margin: 0; padding: 0; border-top: 1px solid #cecece; }
.people li { border-bottom: 1px solid #cecece; padding: 0.75rem 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: center; }
.people form { flex: 0 0 16rem; }
.people button { width: 100%; text-align: left; }
.people div { flex: 1 1 20rem; }
.people p { margin: 0; }
.people .sees { color: #484949; }
`;
