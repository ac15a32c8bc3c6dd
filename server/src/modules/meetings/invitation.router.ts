import express, { type RequestHandler, type Response, type Router } from 'express';
import { AuditKind } from '../../platform/audit/audit-sql.ts';
import { notFound, Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { invitationOf, type Invitation, type Invited } from './invitation.ts';
import { InvitationRepository } from './invitation.repository.ts';

interface Deps {
  /** Where the portal is reached: an invitation leads back to the meeting's page. */
  readonly publicUrl: string;
  /** Finds out who asks. Only on this one address: all others under /meetings are pages. */
  readonly guards: readonly RequestHandler[];
  /** Runs work as one audited operation of whoever sent the request. */
  readonly run: <T>(response: Response, name: string, work: (operation: Operation) => Promise<T>) => Promise<T>;
}

/** The invitation to a meeting within reach, as it stands: for a calendar, and for whoever sends it by email. */
export async function invitationTo(operation: Operation, id: string, publicUrl: string, leaves?: Invited, repository = new InvitationRepository()): Promise<Invitation> {
  const found = /^\d{1,9}$/.test(id) ? await repository.find(operation, Number(id)) : null;
  if (found === null) throw notFound('meeting');
  for (const schoolId of found.schoolIds) operation.audit.schoolIds.add(schoolId);
  const { officerName, officerEmail, ...meeting } = found;
  return invitationOf({ ...meeting, officer: officerEmail === null ? null : { name: officerName, email: officerEmail }, page: `${publicUrl}/meetings/${Number(id)}`, ...(leaves === undefined ? {} : { leaves }) }, operation.clock.now());
}

/** A meeting as a file that calendars take, outside GraphQL because a browser hands over what a plain address answers. */
export function invitationRouter({ publicUrl, guards, run }: Deps): Router {
  const router = express.Router();
  router.get('/meetings/:id/invitation.ics', ...guards, async (request, response, next) => {
    try {
      const id = String(request.params.id);
      const { method, ics } = await run(response, 'meetingInvitation', async (operation) => {
        if (!operation.can('meeting:read')) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role does not include meetings. Nothing was downloaded.');
        const invitation = await invitationTo(operation, id, publicUrl);
        operation.audit.as(AuditKind.VIEWED, { meeting: Number(id), sequence: invitation.sequence });
        return invitation;
      });
      response.attachment(`meeting-${Number(id)}.ics`).set('Content-Type', `text/calendar; charset=utf-8; method=${method}`).set('Cache-Control', 'no-store').send(ics);
    } catch (error) {
      next(error);
    }
  });
  return router;
}
