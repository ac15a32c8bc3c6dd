import { PublishedLevel, PublishedPhase, PublishedSeries } from '@attendance/shared/attendance';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

registerEnumType(PublishedSeries, { name: 'PublishedSeries', description: 'DAILY: from registers, to date, revised. CENSUS: from the school census, by term, later and definitive. CARE: of children with a social worker, by year. Never joined.' });
registerEnumType(PublishedPhase, { name: 'PublishedPhase', description: 'State-funded schools; ALL is primary, secondary and special together.' });
registerEnumType(PublishedLevel, { name: 'PublishedLevel' });

@ObjectType('PublishedRates', { description: 'In percent and not rounded, so that a difference may be taken before it is. Null where there is no figure.' })
export class PublishedRatesType {
  @Field(() => Number, { nullable: true }) absence: number | null;
  @Field(() => Number, { nullable: true }) authorised: number | null;
  @Field(() => Number, { nullable: true }) unauthorised: number | null;
  @Field(() => Number, { nullable: true, description: 'Before and after the register closed (L and U).' }) late: number | null;
  @Field(() => Number, { nullable: true }) persistent: number | null;
  @Field(() => Number, { nullable: true }) severe: number | null;
}

@ObjectType('PublishedSymbol', { description: 'Why a figure is not there, as its publisher writes it: c suppressed, x not available, z not applicable, low rounds to zero.' })
export class PublishedSymbolType {
  @Field(() => String) measure: string;
  @Field(() => String) symbol: string;
}

@ObjectType('PublishedFigure', { description: 'What is published of one place, phase and stretch of a year, in one series.' })
export class PublishedFigureType {
  @Field(() => PublishedSeries) series: PublishedSeries;
  @Field(() => PublishedLevel) level: PublishedLevel;
  @Field(() => PublishedPhase) phase: PublishedPhase;
  @Field(() => String) areaCode: string;
  @Field(() => String) areaName: string;
  @Field(() => Int) academicYear: number;
  @Field(() => String, { description: 'YEAR, YEAR_TO_DATE, AUTUMN_SPRING, AUTUMN, SPRING or SUMMER.' }) term: string;
  @Field(() => String, { nullable: true }) from: string | null;
  @Field(() => String, { nullable: true }) to: string | null;
  @Field(() => String) source: string;
  @Field(() => String) publishedOn: string;
  @Field(() => Number, { nullable: true, description: 'Possible sessions: of a country, more than an Int holds.' }) possible: number | null;
  @Field(() => PublishedRatesType) rates: PublishedRatesType;
  @Field(() => [PublishedSymbolType]) symbols: PublishedSymbolType[];
}

@ObjectType('NeighbourFigures', { description: 'The statistical neighbours as one group: sessions added up and divided once.' })
export class NeighbourFiguresType {
  @Field(() => Int) academicYear: number;
  @Field(() => String) term: string;
  @Field(() => Int, { description: 'Authorities on the list.' }) authorities: number;
  @Field(() => [String], { description: 'Those whose counts are published and in the sums.' }) pooled: string[];
  @Field(() => String, { nullable: true }) from: string | null;
  @Field(() => String, { nullable: true }) to: string | null;
  @Field(() => String) source: string;
  @Field(() => String, { description: 'When the latest of them was published.' }) publishedOn: string;
  @Field(() => Number, { nullable: true }) possible: number | null;
  @Field(() => PublishedRatesType) rates: PublishedRatesType;
}

@ObjectType('PublishedComparison', { description: 'The latest figures of one series, each with its own period: they need not be of the same.' })
export class PublishedComparisonType {
  @Field(() => PublishedSeries) series: PublishedSeries;
  @Field(() => PublishedFigureType, { nullable: true }) national: PublishedFigureType | null;
  @Field(() => PublishedFigureType, { nullable: true, description: 'The region of this authority.' }) regional: PublishedFigureType | null;
  @Field(() => PublishedFigureType, { nullable: true, description: 'This authority as published.' }) ownAuthority: PublishedFigureType | null;
  @Field(() => NeighbourFiguresType, { nullable: true }) neighbours: NeighbourFiguresType | null;
}

@ObjectType('PublishedCare', { description: 'The latest figures of one group of children with a social worker.' })
export class PublishedCareType {
  @Field(() => String, { description: 'CLA, CPP or CIN, as the split of care has them.' }) group: string;
  @Field(() => String, { description: 'Whom it is published of.' }) words: string;
  @Field(() => PublishedComparisonType) published: PublishedComparisonType;
}

@ObjectType('PublishedHolding', { description: 'One stretch of one series that is held here, with its source.' })
export class PublishedHoldingType {
  @Field(() => PublishedSeries) series: PublishedSeries;
  @Field(() => Int) academicYear: number;
  @Field(() => String) term: string;
  @Field(() => String, { nullable: true }) from: string | null;
  @Field(() => String, { nullable: true }) to: string | null;
  @Field(() => String) source: string;
  @Field(() => String) publishedOn: string;
  @Field(() => String) loadedAt: string;
  @Field(() => Int) regions: number;
  @Field(() => Int) authorities: number;
  @Field(() => Int, { description: 'Rows, over all places and phases.' }) figures: number;
}
