import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { definitionCounts, definitionFigure } from '../rules/explain-words.ts';
import { groupWords, type Group, type SaidMeasure } from '../rules/explain-groups.ts';
import type { ExplanationPartsFragment } from './explain-sheet.generated.ts';

type Definition = ExplanationPartsFragment['definitions'][number];

export interface ExplainDefinitionsProps {
  readonly measure: SaidMeasure;
  /** Whether the figure is a count and no rate. */
  readonly plainCount: boolean;
  /** Whom ours counts: everybody another definition does, too. */
  readonly note: string;
  readonly definitions: readonly Definition[];
  /** Where the enrolments of a group are named; nothing for those who see no names. */
  readonly hrefOf: (group: Group) => string | undefined;
}

/** The same figure under each definition; under the table, for each, who makes the difference. */
export function ExplainDefinitions({ measure, plainCount, note, definitions, hrefOf }: ExplainDefinitionsProps) {
  const others = definitions.filter(({ ours }) => !ours);
  const columns: DataColumn<Definition>[] = [
    { key: 'name', heading: 'Whose definition', cell: (row) => (row.ours ? <strong>{row.name}</strong> : row.name) },
    { key: 'rate', heading: plainCount ? 'Count' : 'Rate', numeric: true, cell: (row) => (row.ours ? <strong>{definitionFigure(plainCount, row)}</strong> : definitionFigure(plainCount, row)) },
    ...(plainCount ? [] : [{ key: 'counts', heading: 'Counts', numeric: true, cell: (row: Definition) => definitionCounts(row) }]),
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
            <Differences measure={measure} definition={definition} hrefOf={hrefOf} />
          </div>
        ))}
        <p className="app-small app-muted">{note}</p>
      </section>
    </>
  );
}

function Differences({ measure, definition, hrefOf }: Pick<ExplainDefinitionsProps, 'measure' | 'hrefOf'> & { definition: Definition }) {
  if (definition.part === null) return <p className="app-small">c: too few pupils make the difference to show it without one being recognised.</p>;
  if (definition.groups.length === 0) return <p className="app-small">Nobody: it counts the same enrolments as ours, with the same sessions.</p>;
  return (
    <ul className="app-steps">
      {definition.groups.map((group) => <Difference key={`${group.side} ${group.reason}`} measure={measure} group={group} to={hrefOf(group)} />)}
    </ul>
  );
}

function Difference({ measure, group, to }: { measure: SaidMeasure; group: Group; to: string | undefined }) {
  const { count, words } = groupWords(measure, group);
  const [many = '', noun = ''] = count.split(' ');
  return <li><span className="app-steps__count"><Figure value={many} to={to} of={`${noun} ${words}`} /></span><span>{noun} {words}</span></li>;
}
