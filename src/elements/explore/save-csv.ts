import { csvParseRows } from 'd3-dsv';
import { writeCsv } from '../../csv/write.ts';
import { saveFile } from '../save-file.ts';

/** The portal's own table of all cases, with the lines of some of them only: the same facts in the same columns. */
export async function saveCsv(address: string, keys: ReadonlySet<string>): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const [header = [], ...rows] = csvParseRows((await answer.text()).replace(/^\uFEFF/, ''));
  saveFile('case-studies.csv', writeCsv([header, ...rows.filter(([key = '']) => keys.has(key))]), 'text/csv');
}
