import { GUESS_MINUTES } from './guess-limit.ts';
import { plainPage } from './plain-page.ts';

/** Where the stylesheet of these pages is served. */
export const STYLESHEET = '/auth/plain.css';

const AGAIN = '<p><a class="button" href="/auth/sign-in">Sign in</a></p>';
const page = (title: string, text: string, after = AGAIN): string => plainPage(title, `<p>${text}</p>\n${after}`, STYLESHEET);

/** The pages around sign-in: what happened, whether anything was lost, what to do. */
export const PAGES = {
  REFUSED: page('You are not signed in', 'We could not complete your sign-in. It may have taken too long, or been begun in another tab. Nothing was changed. Sign in again.'),
  DISABLED: page('Your account is turned off', 'You signed in, but your account in this portal is turned off. Nothing was changed. Ask your manager or the service desk.', ''),
  LIMITED: page('Too many failed sign-ins', `Too many sign-ins from your network have failed. Nothing was changed. Wait ${GUESS_MINUTES} minutes, then sign in again.`),
  UNAVAILABLE: page('Sign-in is not available', 'The sign-in service does not answer just now. Nothing was lost. Wait a minute, then sign in again.'),
  BAD_LINK: page('This link does not lead into the portal', 'The address you followed asks to continue outside this portal after sign-in, so we stopped. Nothing was changed. You can sign in and start from the home page.'),
  SIGNED_OUT: page('You are signed out', 'Your session has ended on this device. If you share this computer, close the browser too.'),
} as const;
