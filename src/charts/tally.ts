import { type ChartWords, type Drawing, frame } from './frame.ts';
import { svg } from './svg.ts';

const height = 16;
const stroke = 4;
const group = 5 * stroke + 5;
const groupsInRow = 5;

/** Tally marks in fives; the number is in the title, for readers of screens. */
export function tally(count: number, words: ChartWords): Drawing {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is no number of marks`);
  const groups = Math.ceil(count / 5);
  const rows = Math.max(1, Math.ceil(groups / groupsInRow));
  const strokes = Array.from({ length: count }, (_, index) => {
    const { x, y } = groupPlace(Math.floor(index / 5));
    const place = index % 5;
    return place === 4 ? svg`M${x - 2} ${y + 10.5}l17-7` : svg`M${x + place * stroke + 1} ${y + 2}v11`;
  });
  const width = Math.max(1, Math.min(groups, groupsInRow)) * group;
  const body = count > 0 && svg`<path class="tally-marks" d="${strokes}"/>`;
  return frame(words, { width, height: rows * height, kind: 'tally' }, svg`${body}`);
}

function groupPlace(index: number): { x: number; y: number } {
  return { x: (index % groupsInRow) * group + 2, y: Math.floor(index / groupsInRow) * height };
}
