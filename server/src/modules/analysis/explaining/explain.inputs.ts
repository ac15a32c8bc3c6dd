import { EXPLAINED_DEFINITIONS, EXPLAINED_MEASURES, EXPLAINED_REASON_NAMES, ExplainedSide, type ExplainedDefinitionName, type ExplainedMeasureName, type ExplainedReasonName } from '@attendance/shared/attendance';
import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { PupilFilter } from '../figures.inputs.ts';
import { ListKind, WorkListFilter } from '../work-list.inputs.ts';

const enumOf = <Name extends string>(names: readonly Name[]): { readonly [Key in Name]: Key } => Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };

export const ExplainedMeasure = enumOf<ExplainedMeasureName>(EXPLAINED_MEASURES);
export type ExplainedMeasure = ExplainedMeasureName;
registerEnumType(ExplainedMeasure, { name: 'ExplainedMeasure' });

/** LEGAL is of lists of work alone; OF and SESSIONS are not definitions of their own: enrolments we count that are worth a line, and sessions that count nowhere. */
export const ExplainedDefinition = enumOf<ExplainedDefinitionName | 'LEGAL' | 'OF' | 'SESSIONS'>([...EXPLAINED_DEFINITIONS, 'LEGAL', 'OF', 'SESSIONS']);
export type ExplainedDefinition = keyof typeof ExplainedDefinition;
registerEnumType(ExplainedDefinition, { name: 'ExplainedDefinition', description: 'LOCAL is the figure on screen, set against everything recorded; OF some of the enrolments it counts; SESSIONS the sessions that count nowhere.' });

export const ExplainedReason = enumOf<ExplainedReasonName>(EXPLAINED_REASON_NAMES);
export type ExplainedReason = ExplainedReasonName;
registerEnumType(ExplainedReason, { name: 'ExplainedReason' });

export { ExplainedSide };
registerEnumType(ExplainedSide, { name: 'ExplainedSide', description: 'How an enrolment stands between our definition and another. LEFT_OUT: counted here, not there. ONLY_HERE, ONLY_THERE: counted in both, in the part of one. FEWER: with fewer sessions there.' });

@InputType({ description: 'One line of an explanation that names its enrolments.' })
export class ExplainedFilter {
  @Field(() => ExplainedMeasure) measure: ExplainedMeasure;
  @Field(() => ExplainedDefinition) definition: ExplainedDefinition;
  @Field(() => ExplainedSide) side: ExplainedSide;
  @Field(() => ExplainedReason) reason: ExplainedReason;
  @Field(() => Int, { nullable: true }) schoolId?: number | null;
  @Field(() => String, { nullable: true }) phase?: string | null;
}

@InputType({ description: 'A figure by the list of its rows: the filter that pupilFigures takes, or a list of work with the filter that workList takes.' })
export class FigureInput {
  @Field(() => PupilFilter, { nullable: true }) rows?: PupilFilter | null;
  @Field(() => ListKind, { nullable: true }) list?: ListKind | null;
  @Field(() => WorkListFilter, { nullable: true, description: 'Whose rows of the list.' }) of?: WorkListFilter | null;
}

@InputType({ description: 'One line of the explanation of a figure, or one group that makes a difference. LOCAL and RECORDED is everything recorded.' })
export class FigureLine {
  @Field(() => ExplainedDefinition) definition: ExplainedDefinition;
  @Field(() => ExplainedSide) side: ExplainedSide;
  @Field(() => ExplainedReason) reason: ExplainedReason;
}
