import { MeetingRepository } from './meeting.repository.ts';
import { MeetingResolver } from './meeting.resolver.ts';
import { MeetingService } from './meeting.service.ts';
import { PlannerRepository } from './planner.repository.ts';
import { PlannerService } from './planner.service.ts';
import { ActionsRepository } from './record/actions.repository.ts';
import { ActionsService } from './record/actions.service.ts';
import { AnswersRepository } from './record/answers.repository.ts';
import { AnswersService } from './record/answers.service.ts';
import { RecordRepository } from './record/record.repository.ts';
import { RecordResolver } from './record/record.resolver.ts';
import { RecordService } from './record/record.service.ts';

/** Targeting support meetings: the term, its dates and how many schools are covered; the papers of each, its actions and its record. */
export function meetingsModule() {
  const [rows, planner, answers, actions] = [new MeetingRepository(), new PlannerRepository(), new AnswersRepository(), new ActionsRepository()];
  const meetings = new MeetingService(rows, planner);
  return {
    entities: [],
    resolvers: [
      new MeetingResolver(meetings, new PlannerService(planner, rows)),
      new RecordResolver(new RecordService(meetings, planner, answers, actions, new RecordRepository()), new AnswersService(meetings, answers), new ActionsService(meetings, planner, actions)),
    ],
  };
}
