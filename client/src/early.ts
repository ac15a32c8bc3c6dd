import { beginEarly } from './app/early-page.ts';

// The page's own code may have been quicker.
if (document.querySelector('#root:not([data-drawn])') === null) beginEarly(window);
