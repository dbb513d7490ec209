import { writeCsv } from '../csv/write.ts';
import type { AnyRecord } from './record.ts';
import { type Comparison, differs, type Group, type Line, type Row } from './table.ts';
import type { CompareWords } from './words.ts';

interface Place {
  readonly record: AnyRecord;
  readonly address: string;
  readonly title: string;
  readonly group: Group;
  readonly row: Row;
  readonly line: Line | undefined;
}
type Column = (place: Place) => string | number | undefined;

/** Facts one a row: words as they stand on the page, and every number again in a column of its own. */
const columns: Readonly<Record<string, Column>> = {
  item: ({ record }) => record.id,
  title: ({ title }) => title,
  address: ({ address }) => address,
  part: ({ group }) => group.id,
  criterion: ({ row }) => row.id,
  criterion_label: ({ row }) => row.label.text,
  differs: ({ row }) => (row.links ? undefined : String(differs(row))),
  recorded: ({ line }) => String(line !== undefined),
  text: ({ line }) => (line ? printed(line) : undefined),
  notes: ({ line }) =>
    line?.notes?.map(({ before = '', text, after = '' }) => `${before}${text}${after}`).join(' · '),
  qualifier: ({ line }) => line?.figure?.qualifier,
  value: ({ line }) => line?.figure?.value,
  low: ({ line }) => line?.figure?.low,
  high: ({ line }) => line?.figure?.high,
  level: ({ line }) => line?.figure?.level,
  unit_ucum: ({ line }) => line?.figure?.unit,
  substance: ({ line }) => line?.figure?.substance,
  n: ({ line }) => line?.figure?.n,
  spread: ({ line }) => line?.figure?.spread,
  role: ({ line }) => line?.figure?.role,
  kind: ({ line }) => line?.figure?.kind,
  against: ({ line }) => line?.figure?.against,
  pool: ({ line }) => line?.figure?.pool,
  depth_top_cm: ({ line }) => line?.figure?.depth?.top,
  depth_bottom_cm: ({ line }) => line?.figure?.depth?.bottom,
  baseline: ({ line }) => line?.figure?.baseline,
  design: ({ line }) => line?.figure?.design,
  basis: ({ line }) => line?.figure?.basis,
  sources: ({ line, record }) =>
    line?.sources
      ?.flatMap((number) => record.sources[number - 1] ?? [])
      .map(({ key, doi }) => (doi === undefined ? key : `${key} (doi:${doi})`))
      .join('; '),
  licence: ({ record }) => record.licence,
};

function printed({ amount, text }: Line): string {
  return [amount && `${amount.number} ${amount.unit}`.trim(), text?.text].filter(Boolean).join(' ');
}

/** A comparison as CSV that spreadsheets open in UTF-8. */
export function comparisonCsv(
  { items, groups }: Comparison,
  records: readonly AnyRecord[],
  words: CompareWords,
): string {
  const rows = groups.flatMap((group) =>
    group.rows.flatMap((row) =>
      items.flatMap((item, at) => {
        const record = records[at];
        if (!record) return [];
        const place = { record, group, row, address: words.url(item.path), title: item.title.text };
        const lines = row.cells[at] ?? [];
        return (lines.length > 0 ? lines : [undefined]).map((line) =>
          Object.values(columns).map((column) => column({ ...place, line })),
        );
      }),
    ),
  );
  return `\ufeff${writeCsv([Object.keys(columns), ...rows])}`;
}
