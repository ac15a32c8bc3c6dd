import { ForwardOnly } from './forward-only.ts';

/** The SEND service is a team of its own, since it has a role. */
export class SendTeam1790000000036 extends ForwardOnly {
  readonly statements = [
    `alter table team drop constraint team_kind, add constraint team_kind check (kind in ('ATTENDANCE', 'LEGAL', 'EARLY_HELP', 'SOCIAL_CARE', 'VIRTUAL_SCHOOL', 'SEND', 'CME', 'HEALTH', 'DATA'))`,
  ];
}
