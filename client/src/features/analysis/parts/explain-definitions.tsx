import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { definitionCounts, definitionFigure } from '../rules/explain-words.ts';
import { groupHref, groupWords, type Group, type GroupScope } from '../rules/explain-groups.ts';
import type { ExplainedMeasure } from '../../../graphql/schema.generated.ts';
import type { ExplanationPartsFragment } from './explain-sheet.generated.ts';

type Definition = ExplanationPartsFragment['definitions'][number];

export interface ExplainDefinitionsProps {
  readonly measure: ExplainedMeasure;
  readonly definitions: readonly Definition[];
  readonly scope: GroupScope;
  /** Whether groups open the enrolments they are made of. */
  readonly named: boolean;
}

/** The same figure under each definition; under the table, for each, who makes the difference. */
export function ExplainDefinitions({ measure, definitions, scope, named }: ExplainDefinitionsProps) {
  const others = definitions.filter(({ ours }) => !ours);
  const columns: DataColumn<Definition>[] = [
    { key: 'name', heading: 'Whose definition', cell: (row) => (row.ours ? <strong>{row.name}</strong> : row.name) },
    { key: 'rate', heading: measure === 'PUPILS' ? 'Pupils' : 'Rate', numeric: true, cell: (row) => (row.ours ? <strong>{definitionFigure(measure, row)}</strong> : definitionFigure(measure, row)) },
    ...(measure === 'PUPILS' ? [] : [{ key: 'counts', heading: 'Counts', numeric: true, cell: (row: Definition) => definitionCounts(row) }]),
    { key: 'why', heading: 'Whom it counts', wide: true, cell: (row) => row.why },
  ];
  return (
    <>
      <section className="app-stack app-stack--tight">
        <h3>The same figure, counted other ways</h3>
        <DataTable caption="The same figure, counted other ways" columns={columns} rows={definitions} rowKey={(row) => row.definition} isPinned={(row) => row.ours} inset />
      </section>
      <section className="app-stack app-stack--tight">
        <h3>Who makes the difference</h3>
        {others.map((definition) => (
          <div key={definition.definition} className="app-stack app-stack--tight">
            <h4>{definition.name}</h4>
            <Differences measure={measure} definition={definition} scope={scope} named={named} />
          </div>
        ))}
        <p className="app-small app-muted">Ours counts every enrolment with a possible session, so nobody is in one of these figures and not in ours.</p>
      </section>
    </>
  );
}

function Differences({ measure, definition, scope, named }: Pick<ExplainDefinitionsProps, 'measure' | 'scope' | 'named'> & { definition: Definition }) {
  if (definition.part === null) return <p className="app-small">c: too few pupils make the difference to show it without one being recognised.</p>;
  if (definition.groups.length === 0) return <p className="app-small">Nobody: it counts the same enrolments as ours, with the same sessions.</p>;
  return (
    <ul className="app-steps">
      {definition.groups.map((group) => <Difference key={`${group.side} ${group.reason}`} measure={measure} group={group} to={named ? groupHref(measure, group, scope) : undefined} />)}
    </ul>
  );
}

function Difference({ measure, group, to }: { measure: ExplainedMeasure; group: Group; to: string | undefined }) {
  const { count, words } = groupWords(measure, group);
  const [many = '', noun = ''] = count.split(' ');
  return <li><span className="app-steps__count"><Figure value={many} to={to} of={`${noun} ${words}`} /></span><span>{noun} {words}</span></li>;
}
