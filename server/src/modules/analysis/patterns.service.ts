import { codeOfMark, hideSmallCells } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import type { Operation } from '../../platform/graphql/operation.ts';
import { refuseParts } from './disclosure.ts';
import type { Scope } from './figures.repository.ts';
import type { FiguresService } from './figures.service.ts';
import type { PatternsRepository } from './patterns.repository.ts';
import type { CodeFiguresType, SessionPatternsType } from './patterns.type.ts';

/** When in the week sessions are missed, and by which code. */
export class PatternsService {
  constructor(private readonly figures: FiguresService, private readonly patterns: PatternsRepository) {}

  async ofScope(operation: Operation, scope: Scope): Promise<SessionPatternsType> {
    refuseParts(operation, scope);
    const { academicYear } = this.figures.span(operation);
    const slots = await this.patterns.slots(operation, academicYear, scope);
    const codes = (await this.patterns.codes(operation, academicYear, scope)).map(({ mark, sessions }) => ({ code: codeOfMark(mark) ?? mark, sessions }));
    return { academicYear, possible: slots.reduce((sum, slot) => sum + slot.possible, 0), slots, codes: shownTo(operation, codes) };
  }
}

/** A code given once or twice may tell of one child: people who see figures only are not told how often. */
function shownTo(operation: Operation, codes: readonly { code: string; sessions: number }[]): CodeFiguresType[] {
  if (operation.actor.reach.kind !== 'AGGREGATE') return [...codes];
  const { cells } = hideSmallCells(codes.map(({ sessions }) => sessions), ruleValue('suppression.minimum', operation.today));
  return codes.map(({ code }, index) => ({ code, sessions: cells[index] ?? null }));
}
