import type { Draft } from './draft.ts';
import type { Field, Path } from './field.ts';
import type { FormData, Option } from './form-data.ts';
import { idsOf } from './ids.ts';
import { isValues, valueAt } from './values.ts';

/** What can be chosen in a field: entries of a vocabulary, contributions, units that fit, sources of this draft. */
export function optionsFor(field: Field, path: Path, draft: Draft, data: FormData): readonly Option[] {
  switch (field.kind) {
    case 'entry':
      return data.vocabularies[field.vocabulary] ?? [];
    case 'reference':
      return data.entries[field.to] ?? [];
    case 'unit':
      return unitsFor(path, draft, data);
    case 'citation':
      return [...ownSources(draft, data), ...(data.entries['references'] ?? [])];
    default:
      return [];
  }
}

/** Units of the indicator beside them first, all others after. */
function unitsFor(path: Path, draft: Draft, data: FormData): readonly Option[] {
  const all = data.vocabularies.units ?? [];
  const indicator = valueAt(draft.values, [...path.slice(0, -1), 'indicator']);
  const fitting = new Set(data.indicators[typeof indicator === 'string' ? indicator : '']?.units);
  return [...all.filter(({ id }) => fitting.has(id)), ...all.filter(({ id }) => !fitting.has(id))];
}

function ownSources(draft: Draft, data: FormData): Option[] {
  const list = data.model.fields.find(({ key }) => key === 'sources');
  const rows = draft.values['sources'];
  if (list?.kind !== 'list' || !Array.isArray(rows)) return [];
  return idsOf(list, rows).map((id, index) => {
    const row = rows[index];
    const title = isValues(row) ? row['title'] : '';
    return { id, label: typeof title === 'string' && title !== '' ? `${id}: ${title}` : id };
  });
}

/** Letters without their marks, small, in one width: what a search compares. */
export function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

/** Options whose names hold all words typed; those that begin with them first. */
export function matching(options: readonly Option[], typed: string): readonly Option[] {
  const query = folded(typed);
  if (query === '') return options;
  const words = query.split(/\s+/);
  const ranked = options.flatMap((option, index) => {
    const names = [option.label, option.id, ...(option.others ?? [])].map(folded);
    if (names.includes(query)) return [{ option, rank: 0, index }];
    if (names.some((name) => name.startsWith(query))) return [{ option, rank: 1, index }];
    return words.every((word) => names.some((name) => name.includes(word)))
      ? [{ option, rank: 2, index }]
      : [];
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.index - b.index).map(({ option }) => option);
}

/** The id of the one option that is called exactly so, or the text as it was typed. */
export function chosen(options: readonly Option[], typed: string): string {
  const text = typed.trim();
  const same = (names: readonly string[]) => names.some((name) => folded(name) === folded(text));
  const exact = options.find(({ id, label }) => id === text || label === text);
  const found = exact ?? options.filter(({ id, label, others = [] }) => same([id, label, ...others]));
  if (Array.isArray(found)) return found.length === 1 ? (found[0]?.id ?? text) : text;
  return (found as Option).id;
}

/** How a chosen id is shown. */
export function shownAs(options: readonly Option[], id: string): string {
  return options.find((option) => option.id === id)?.label ?? id;
}
