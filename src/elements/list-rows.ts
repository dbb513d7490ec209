/** A filter: what it asks of a row, and its boxes. */
export interface Group {
  readonly name: string;
  /** An entry must have every chosen value, not only one of them. */
  readonly all: boolean;
  readonly boxes: readonly HTMLInputElement[];
}

export type Row = HTMLElement;

export function rowsIn(within: ParentNode): readonly Row[] {
  return [...within.querySelectorAll<Row>('[data-rows] > *')];
}

export function cellOf(row: Row, key: string): HTMLElement | null {
  return row.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)}"]`);
}

export function valuesOf(row: Row, name: string): readonly string[] {
  return row.getAttribute(`data-${name}`)?.split(' ') ?? [];
}

export function fits(row: Row, { name, all, boxes }: Group): boolean {
  const chosen = boxes.filter(({ checked }) => checked);
  const values = valuesOf(row, name);
  const has = ({ value }: HTMLInputElement) => values.includes(value);
  return chosen.length === 0 || (all ? chosen.every(has) : chosen.some(has));
}

/** A row of the list as a row of the table: a number as a number, words with their links and languages. */
export function lineOf(row: Row, heads: readonly HTMLElement[]): HTMLTableRowElement {
  const line = document.createElement('tr');
  heads.forEach(({ dataset, className }, index) => {
    const cell = document.createElement(index === 0 ? 'th' : 'td');
    if (index === 0) cell.setAttribute('scope', 'row');
    cell.className = className;
    const from = cellOf(row, dataset['column'] ?? '');
    if (className === 'number') cell.textContent = from?.dataset['value'] ?? '';
    else cell.append(...[...(from?.childNodes ?? [])].map((node) => node.cloneNode(true)));
    line.append(cell);
  });
  return line;
}
