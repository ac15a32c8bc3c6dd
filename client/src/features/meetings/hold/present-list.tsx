import { MEETING_PART_WORDS, presentPeople, type MeetingPart } from '@attendance/shared/meetings';
import { Role } from '@attendance/shared/access';
import { AnswerBox } from '../papers/answer-box.tsx';
import { usePapers } from '../papers/papers-provider.tsx';
import type { BoxName } from '../papers/papers.ts';
import { useHolding } from './holding.ts';

const PARTS: Readonly<Record<string, MeetingPart>> = {
  [Role.ATTENDANCE_CHAMPION]: 'CHAMPION', [Role.HEADTEACHER]: 'HEAD', [Role.DSL]: 'DSL', [Role.SCHOOL_ADMIN]: 'ATTENDANCE_LEAD', [Role.ATTENDANCE_OFFICER]: 'OFFICER', [Role.TEAM_MANAGER]: 'OFFICER', [Role.EARLY_HELP_WORKER]: 'EARLY_HELP',
  [Role.VIRTUAL_SCHOOL_HEAD]: 'VIRTUAL_SCHOOL', [Role.VIRTUAL_SCHOOL_ADVISER]: 'VIRTUAL_SCHOOL', [Role.SEND_OFFICER]: 'SEND', [Role.HEALTH_PARTNER]: 'HEALTH',
};

/** Who is here: colleagues by one press, others by name. */
export function PresentList({ isReadOnly = false }: { isReadOnly?: boolean }) {
  const { meeting, schoolId } = useHolding();
  const { papers, type } = usePapers();
  const answers = Object.values(papers.boxes).filter((box) => box.schoolId === schoolId);
  const subjects = [...new Set(answers.filter(({ place, value }) => place === 'PRESENT' && value !== '').map(({ subject }) => subject))].sort();
  const people = presentPeople(answers);
  const likely = meeting.people.filter(({ id, isOfSchool, name }) => (isOfSchool || name === meeting.officer) && !subjects.includes(`u${id}`));
  const box = (subject: string, field: string): BoxName => ({ schoolId, place: 'PRESENT', subject, field });
  const put = (subject: string, name: string, part: MeetingPart | ''): void => { type(box(subject, 'NAME'), name); type(box(subject, 'PART'), part); type(box(subject, 'HERE'), 'YES'); };
  if (isReadOnly) return <p>{people.filter(({ isHere }) => isHere).map(({ name, part }) => `${name}${part === null ? '' : ` (${MEETING_PART_WORDS[part].toLowerCase()})`}`).join(', ') || 'Nobody is named.'}</p>;
  return (
    <div className="app-present">
      {subjects.map((subject) => (
        <div key={subject} className="app-present__row" role="group" aria-label={people.find((person) => person.subject === subject)?.name ?? 'Somebody'}>
          <AnswerBox name={box(subject, 'NAME')} /><AnswerBox name={box(subject, 'PART')} /><AnswerBox name={box(subject, 'HERE')} />
        </div>
      ))}
      <div className="app-buttons">
        {likely.map(({ id, name, role }) => <button type="button" className="app-chip" key={id} onClick={() => put(`u${id}`, name, PARTS[role] ?? '')}><span aria-hidden="true">+</span> {name} is here</button>)}
        <button type="button" className="app-chip" onClick={() => { const key = `x${Date.now().toString(36)}`; type(box(key, 'PART'), 'OTHER'); type(box(key, 'HERE'), 'YES'); }}><span aria-hidden="true">+</span> Somebody else is here</button>
      </div>
    </div>
  );
}
