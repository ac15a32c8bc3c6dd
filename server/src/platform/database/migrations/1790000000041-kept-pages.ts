import { ForwardOnly } from './forward-only.ts';

/** More pages can be kept under a name, and with them the codes and places that their choices say, written as addresses write them. */
export class KeptPages1790000000041 extends ForwardOnly {
  readonly statements = [
    `alter table saved_view drop constraint saved_view_path`,
    `alter table saved_view add constraint saved_view_path check (path ~ '^/(lists|pupils|schools|area|groups|residence|reports)[-a-z0-9/]*([?][-A-Za-z0-9_=&%]*)?$')`,
  ];
}
