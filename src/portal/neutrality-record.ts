import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder, listEntries } from '../schemas/content-files.ts';
import { amountOf } from '../schemas/emission-amount.ts';
import { readRows } from '../schemas/read-rows.ts';
import { answersOf } from '../synthesis/all.ts';
import { type CarbonGain, carbonGain } from '../synthesis/carbon-gain.ts';
import { defaults } from '../synthesis/settings.ts';
import { readNeutrality } from './neutrality-file.ts';
import { synthesisRow } from './synthesis-row.ts';

/** What the calculator takes from the content: nobody types it, `npm run neutrality:record` writes it. */
export interface NeutralityRecord {
  /** Mt CO2 or CO2e a year, by id. */
  readonly emissions: Readonly<Record<string, number>>;
  readonly gains: Readonly<Record<string, Omit<CarbonGain, 'question'>>>;
}

export function neutralityRecord(): NeutralityRecord {
  const folder = contentFolder();
  const rows = listEntries('evidence', folder).flatMap(({ slug }) => {
    const file = `evidence/${slug}/rows.csv`;
    return readRows(readFileSync(join(folder, file)), file).placed.map(({ row }) => synthesisRow(row, slug));
  });
  const { pooled } = answersOf(rows, defaults);
  const { co2, gases } = readNeutrality();
  return {
    emissions: Object.fromEntries(
      [...co2, ...gases].map((figure) => [figure.id, rounded(amountOf(figure).value)]),
    ),
    gains: Object.fromEntries(
      pooled.flatMap((answer) => {
        const gain = carbonGain(answer);
        if (!gain) return [];
        const { question, ...numbers } = gain;
        return [
          [question, Object.fromEntries(Object.entries(numbers).map(([key, one]) => [key, rounded(one)]))],
        ];
      }),
    ) as NeutralityRecord['gains'],
  };
}

/** Other machines differ in the last digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(9));
}
