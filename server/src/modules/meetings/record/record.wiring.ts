import { draftTexts, taskChanges } from '../../tasks/index.ts';
import type { MeetingService } from '../meeting.service.ts';
import type { PlannerRepository } from '../planner.repository.ts';
import type { TierService } from '../tier.service.ts';
import { ActionsRepository } from './actions.repository.ts';
import { ActionsService } from './actions.service.ts';
import { AnswersRepository } from './answers.repository.ts';
import { AnswersService } from './answers.service.ts';
import { PreviousRepository } from './previous.repository.ts';
import { PreviousService } from './previous.service.ts';
import { RecordRepository } from './record.repository.ts';
import { RecordResolver } from './record.resolver.ts';
import { RecordService } from './record.service.ts';

/** The papers of a meeting, its actions and its record. */
export function recordResolver(meetings: MeetingService, planner: PlannerRepository, tiers: TierService): RecordResolver {
  const [answers, actions, earlier] = [new AnswersRepository(), new ActionsRepository(), new PreviousRepository()];
  const agreeing = new ActionsService(meetings, planner, actions, draftTexts());
  return new RecordResolver(
    new RecordService(meetings, planner, answers, actions, new RecordRepository(), earlier, tiers, draftTexts()), new AnswersService(meetings, answers), agreeing,
    new PreviousService(meetings, planner, agreeing, earlier, taskChanges(), draftTexts()),
  );
}
