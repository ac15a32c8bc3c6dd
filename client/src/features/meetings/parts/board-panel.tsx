import { RATING_WORDS, SCHOOL_TREND_WORDS, SECTION_DATA_QUALITY_WORDS, type Rating } from '@attendance/shared/meetings';
import { formatDate, formatLongDay } from '../../../lib/format.ts';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { Tag, type TagColour } from '../../../ui/tag.tsx';
import type { SchoolTermFieldsFragment as SchoolTerm } from '../pages/own-page.generated.ts';

const COLOURS: Readonly<Record<Rating, TagColour>> = { RED: 'red', AMBER: 'yellow', GREEN: 'green' };
export const RatingTag = ({ rating }: { rating: Rating | null }) => (rating === null ? <span className="app-muted">Not given</span> : <Tag colour={COLOURS[rating]}>{RATING_WORDS[rating]}</Tag>);

/** How many, where it may be told. */
export const Discussed = ({ pupils }: { pupils: number | null }) => (pupils === null ? <abbr title="Few pupils, or a count that would tell few">c</abbr> : <>{pupils}</>);

/** Whether this term's meeting is held, in words. */
export function heldWords({ held, booked, offered, lastHeldOn, nextOn }: SchoolTerm): string {
  if (held > 0) return `Held${lastHeldOn === null ? '' : ` on ${formatLongDay(lastHeldOn)}`}`;
  if (booked > 0) return `Not yet: booked${nextOn === null ? '' : ` for ${formatLongDay(nextOn)}`}`;
  return offered > 0 ? 'Not yet: a date is offered' : 'Not yet, and no date is offered';
}

/** What the board of a school may know of its meetings: ratings, counts and dates. */
export function BoardPanel({ school, term, foot = false }: { school: SchoolTerm; term: string; foot?: boolean }) {
  const { board } = school;
  return (
    <Panel title="Targeting support meetings" aside={term} foot={foot ? <Link href="/meetings">Meetings of the term</Link> : undefined}>
      <SummaryList rows={[
        { key: 'This term’s meeting', value: heldWords(school) },
        ...(board.heldOn === null ? [{ key: 'Ratings', value: 'No record has been issued yet' }] : [
          { key: 'The school’s rating', value: <><RatingTag rating={board.schoolRating} /> <span className="app-muted">meeting of {formatDate(board.heldOn)}</span></> }, { key: 'The officer’s rating', value: <RatingTag rating={board.officerRating} /> },
          { key: 'Trend', value: board.trend === null ? 'Not given' : SCHOOL_TREND_WORDS[board.trend] }, { key: 'Registers', value: board.dataQuality === null ? 'Not given' : SECTION_DATA_QUALITY_WORDS[board.dataQuality] },
        ]),
        { key: 'Pupils discussed this term', value: board.discussed === null ? 'c: few pupils, or a count that would tell few' : board.discussed },
        { key: 'Actions', value: <>{board.actionsDone} done this term, {board.actionsOpen} open{board.actionsOverdue > 0 ? <>, <strong className="app-late">{board.actionsOverdue} overdue</strong></> : ', none overdue'}</> },
      ]} />
      <p className="app-small">Open actions are those of this term and of earlier ones. Children whose records are restricted are in no count.</p>
    </Panel>
  );
}
