import { visitEverySecondPage } from '../support/page-visits.ts';

// A real browser on a busy machine: axe alone may take a minute on a page of a thousand cells.
jest.setTimeout(240_000);

visitEverySecondPage(1);
