import type { ProblemCode, ValuesOf } from '../guard/codes.ts';
import { type Problem, problemAt } from '../guard/problem.ts';

/** A cell, by its sheet and its row and column counted from 1. */
export interface Spot {
  readonly sheet: string;
  readonly line: number;
  readonly column: number;
}

/** A problem of a spreadsheet: its line and column are a row and a column of a sheet. */
export interface SheetProblem extends Problem {
  readonly sheet: string;
}

export function sheetProblem<Code extends ProblemCode>(
  spot: Spot,
  code: Code,
  values: ValuesOf<Code>,
): SheetProblem {
  return { ...problemAt(spot.sheet, spot, code, values), sheet: spot.sheet };
}

/** A cell as a spreadsheet names it: D4. */
export function cellName({ line, column }: Pick<Spot, 'line' | 'column'>): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${line}`;
}
