import { ForwardOnly } from './forward-only.ts';

/** The last builds of the client that ran on this database: a page opened before the portal was renewed is still answered. */
export class ClientBuilds1790000000035 extends ForwardOnly {
  readonly statements = [
    `create table client_build (
      build text primary key,
      operations text[] not null,
      started_at timestamptz not null
    )`,
    'grant select, insert, update, delete on client_build to portal_ingest',
  ];
}
