import { DOCUMENT_KINDS, MEDIA_TYPES, RETENTION_CLASSES } from '@attendance/shared/documents';
import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { followsPupil, literal, ownedByIngest } from './sql-text.ts';

const list = (words: readonly string[]): string => words.map(literal).join(', ');
const WHO = `nullif(current_setting('app.actor')::int, 0)`;
const REACH = { schools: 'school_ids', pupil: 'pupil_id', restricted: 'restricted' };
/** Whether whoever asks reaches a document `d`: asked again here, because these functions pass the policies. */
const REACHED = `((current_setting('role') like 'reach\\_authority%' or (current_setting('role') like 'reach\\_schools%' and d.school_ids && current_setting('app.schools')::int[]) or (current_setting('role') like 'reach\\_pupils%' and d.pupil_id = any (current_setting('app.pupils')::int[])))
          and (not d.restricted or current_setting('role') ~ '_(full|protected)$'))`;

/**
 * Files with their versions. The bytes stay in PostgreSQL, so that a backup is whole and a file is kept or not with the operation
 * that made it. A document about a child follows that child's reach, one about a school that school's, and one about neither is the
 * authority's.
 */
export class Documents1790000000025 extends ForwardOnly {
  readonly statements = [
    `create table document (
      id integer generated always as identity primary key,
      kind text not null,
      title text not null,
      school_id integer references school (id),
      pupil_id integer references pupil (id),
      school_ids integer[] not null default '{}',
      restricted boolean not null default false,
      about_source text,
      about_id integer,
      retention_class text not null,
      retain_until date not null,
      version integer not null default 1,
      made_with uuid not null,
      made_by integer references app_user (id),
      made_at timestamptz not null default clock_timestamp(),
      constraint document_made_once unique (made_with),
      constraint document_kind check (kind in (${list(DOCUMENT_KINDS)})),
      constraint document_retention_class check (retention_class in (${list(RETENTION_CLASSES)})),
      constraint document_title check (length(title) between 1 and 200),
      constraint document_about check ((about_source is null) = (about_id is null))
    )`,
    `create index document_school_ids on document using gin (school_ids)`,
    `create index document_pupil on document (pupil_id) where pupil_id is not null`,
    `create index document_about on document (about_source, about_id) where about_source is not null`,
    `create table document_version (
      document_id integer not null references document (id),
      number integer not null,
      file_name text not null,
      media_type text not null,
      bytes integer not null,
      sha256 bytea not null,
      content bytea not null,
      made_with uuid not null,
      made_by integer references app_user (id),
      made_at timestamptz not null default clock_timestamp(),
      pupil_id integer,
      school_ids integer[] not null default '{}',
      restricted boolean not null default false,
      primary key (document_id, number),
      constraint document_version_made_once unique (made_with),
      constraint document_version_number check (number > 0),
      constraint document_version_media_type check (media_type in (${list(MEDIA_TYPES)})),
      constraint document_version_bytes check (bytes > 0 and bytes = octet_length(content)),
      constraint document_version_file_name check (length(file_name) between 1 and 120)
    )`,
    `create index document_version_pupil on document_version (pupil_id) where pupil_id is not null`,
    // Most files are pressed together already.
    `alter table document_version alter column content set storage external`,
    ...['document', 'document_version'].flatMap((table) => [...reachPolicies(table, REACH), ...followsPupil(table)]),

    // A file and, with it, its document: a new one, or the next version of one that is within reach. The same key twice is one version. Nothing where the document is not there, or has changed since \`held\`.
    `create function keep_document(key uuid, target integer, held integer, given jsonb, content_of bytea) returns integer language plpgsql security definer set search_path from current as $$
      declare made integer; d document; child pupil;
      begin
        select document_id into made from document_version where made_with = key and made_by is not distinct from ${WHO};
        if made is not null then return made; end if;
        if target is null then
          if (given ->> 'pupil_id') is not null then select * into child from pupil where id = (given ->> 'pupil_id')::int; end if;
          d.school_id := (given ->> 'school_id')::int;
          d.pupil_id := child.id;
          d.school_ids := coalesce(child.school_ids, case when d.school_id is null then '{}' else array[d.school_id] end);
          d.restricted := coalesce(child.restricted, false);
          if ((given ->> 'pupil_id') is not null and child.id is null) or not ${REACHED} then raise exception 'this document is out of reach' using errcode = '42501'; end if;
          insert into document (kind, title, school_id, pupil_id, school_ids, restricted, about_source, about_id, retention_class, retain_until, made_with, made_by)
            values (given ->> 'kind', given ->> 'title', d.school_id, d.pupil_id, d.school_ids, d.restricted, given ->> 'about_source', (given ->> 'about_id')::int, given ->> 'retention_class', (given ->> 'retain_until')::date, key, ${WHO})
            on conflict (made_with) do nothing returning id into made;
          if made is null then return null; end if;
          select * into d from document where id = made;
        else
          select * into d from document where id = target for update;
          if d.id is null or not ${REACHED} or d.version <> held then return null; end if;
          update document set version = version + 1, retain_until = greatest(retain_until, (given ->> 'retain_until')::date) where id = target returning * into d;
        end if;
        insert into document_version (document_id, number, file_name, media_type, bytes, sha256, content, made_with, made_by, pupil_id, school_ids, restricted)
          values (d.id, d.version, given ->> 'file_name', given ->> 'media_type', octet_length(content_of), sha256(content_of), content_of, key, ${WHO}, d.pupil_id, d.school_ids, d.restricted);
        return d.id;
      end $$`,
    ...ownedByIngest('keep_document'),
    `grant execute on function keep_document to ${['reach_authority', 'reach_schools', 'reach_pupils'].join(', ')}`,
  ];
}
