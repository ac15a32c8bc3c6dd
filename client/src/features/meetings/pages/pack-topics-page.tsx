import { useMutation } from '../../../graphql/hooks.ts';
import { useRevalidator } from 'react-router';
import { COHORT_AXES, COHORT_AXIS_NAMES, cohortLabel } from '@attendance/shared/attendance';
import { PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { plural } from '../../../lib/format.ts';
import { Column, Columns } from '../../../ui/columns.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { TopicForm } from '../parts/pack-topic-form.tsx';
import { AddMeetingCohortDocument, AddMeetingPupilDocument, PackTopicsPageDocument, RemoveMeetingCohortDocument, RemoveMeetingPupilDocument, type PackTopicsPageQuery } from './pack-page.generated.ts';

export const loader = pageLoader(PackTopicsPageDocument, ({ id }, search) => ({ id: id ?? '', schoolId: /^\d{1,9}$/.test(search.get('schoolId') ?? '') ? Number(search.get('schoolId')) : 0 }));

type Tables = NonNullable<PackTopicsPageQuery['meetingPack']['pack']>['sections'][number]['tables'];
const ORIGINS = { PROPOSED: 'Proposed by the portal', SCHOOL: 'Added by the school', OFFICER: 'Added by the officer' } as const;

/** Whoever stands in the pack, once, by name. */
function pupilsIn(tables: Tables): { id: number; name: string }[] {
  const found = new Map<number, string>();
  for (const { columns, rows } of tables) {
    const at = columns.findIndex(({ heading }) => heading === 'Pupil');
    for (const { pupilId, cells } of at < 0 ? [] : rows) if (pupilId !== null) found.set(pupilId, cells[at]?.text ?? '');
  }
  return [...found].map(([id, name]) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name));
}

/** Groups of the pack by the names the portal gives them. */
function groupsIn(tables: Tables): { cohort: string; label: string }[] {
  return (tables.find(({ key }) => key === 'GROUPS')?.rows ?? []).flatMap(({ group, cells }) => {
    const axis = COHORT_AXIS_NAMES.find((name) => COHORT_AXES[name].label === group);
    const value = axis === undefined ? undefined : COHORT_AXES[axis].values.find(([code]) => cohortLabel(axis, code) === cells[0]?.text)?.[0];
    return axis === undefined || value === undefined ? [] : [{ cohort: `${axis}:${value}`, label: `${group}: ${cells[0]?.text ?? ''}` }];
  });
}

/** Whom a meeting speaks about: added by both sides, left out by the officer, each with why. */
export function Component() {
  const { data: { meetingPack: page, meetingPupils: pupils, meetingCohorts: cohorts } } = usePageData(PackTopicsPageDocument);
  const { revalidate } = useRevalidator();
  const [addPupil] = useMutation(AddMeetingPupilDocument);
  const [removePupil] = useMutation(RemoveMeetingPupilDocument);
  const [addCohort] = useMutation(AddMeetingCohortDocument);
  const [removeCohort] = useMutation(RemoveMeetingCohortDocument);
  const { meetingId, school, mayAdd, mayRemove, pack } = page;
  if (!mayAdd && !mayRemove) throw new PageProblem('FORBIDDEN', 'Whom this meeting speaks about can no longer be changed by you. Nothing was changed.', null);
  const back = `/meetings/${meetingId}/pack?schoolId=${school.id}`;
  const of = { id: String(meetingId), schoolId: school.id };
  const tables = pack?.sections.flatMap((section) => section.tables) ?? [];
  const spoken = pupils.filter(({ removedReason }) => removedReason === null);
  const groups = cohorts.filter(({ removedReason }) => removedReason === null);
  const done = async (work: Promise<unknown>): Promise<void> => { await work; await revalidate(); };
  return (
    <Page windowTitle="Whom we talk about" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meeting', href: `/meetings/${meetingId}` }, { text: 'Data pack', href: back }, { text: 'Whom we talk about' }]}>
      <PageTitle title="Whom we talk about" lede={school.name} />
      <Columns>
        <Column span={7}>
          <Panel title={`${plural(spoken.length, 'pupil')} and ${plural(groups.length, 'group')}`} flush foot={<Link href={back}>Back to the pack</Link>}>
            <ul className="app-rows">
              {pupils.map(({ pupilId, name, reason, origin, addedBy, removedReason, removedBy }) => (
                <li key={pupilId}>
                  <div className="app-rows__main"><Link href={`/pupils/${pupilId}`}>{name}</Link><span className="app-line">{reason}</span>{removedReason !== null && <p className="app-break"><strong>Left out</strong>{removedBy === null ? '' : ` by ${removedBy}`}: {removedReason}</p>}</div>
                  <span className="app-line">{ORIGINS[origin]}{addedBy === null ? '' : `, ${addedBy}`}</span>
                </li>
              ))}
              {cohorts.map(({ cohort, label, reason, origin, removedReason }) => (
                <li key={cohort}><div className="app-rows__main"><strong>{label}</strong><span className="app-line">{reason}</span>{removedReason !== null && <p className="app-break"><strong>Left out</strong>: {removedReason}</p>}</div><span className="app-line">{ORIGINS[origin]}</span></li>
              ))}
              {pupils.length + cohorts.length === 0 && <li><div className="app-rows__main">Nobody yet.</div></li>}
            </ul>
          </Panel>
        </Column>
        <Column span={5}>
          {mayAdd && (
            <Panel title="Add">
              <TopicForm name="add-pupil" label="A pupil of the pack" hint="Both sides read it." button="Add the pupil" items={pupilsIn(tables).filter(({ id }) => !spoken.some(({ pupilId }) => pupilId === id)).map(({ id, name }) => ({ value: String(id), text: name }))} save={(chosen, reason) => done(addPupil({ variables: { ...of, pupilId: Number(chosen), reason } }))} />
              <TopicForm name="add-group" label="A group of the pack" hint="Do not name a child." button="Add the group" items={groupsIn(tables).filter(({ cohort }) => !groups.some((group) => group.cohort === cohort)).map(({ cohort, label }) => ({ value: cohort, text: label }))} save={(chosen, reason) => done(addCohort({ variables: { ...of, cohort: chosen, reason } }))} />
            </Panel>
          )}
          {mayRemove && (
            <Panel title="Leave out">
              <TopicForm name="drop-pupil" label="A pupil" hint="Kept with the meeting. Both sides read it." button="Leave the pupil out" items={spoken.map(({ pupilId, name }) => ({ value: String(pupilId), text: name }))} save={(chosen, reason) => done(removePupil({ variables: { ...of, pupilId: Number(chosen), reason } }))} />
              {groups.length > 0 && <TopicForm name="drop-group" label="A group" hint="Do not name a child." button="Leave the group out" items={groups.map(({ cohort, label }) => ({ value: cohort, text: label }))} save={(chosen, reason) => done(removeCohort({ variables: { ...of, cohort: chosen, reason } }))} />}
            </Panel>
          )}
        </Column>
      </Columns>
    </Page>
  );
}
