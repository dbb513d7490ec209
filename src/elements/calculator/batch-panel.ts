import { planBatch } from '../../calculators/batch/plan.ts';
import { type BatchCase, casesOf, runBatch } from '../../calculators/batch/run.ts';
import { batchCsv, batchTemplate } from '../../calculators/batch/write.ts';
import { type Inputs, readInputs } from '../../calculators/fields.ts';
import { sayText } from '../../calculators/say.ts';
import { escapeHtml } from '../../i18n/typeset.ts';
import type { LiveCalculator } from './live.ts';
import { part, saveFile } from './part.ts';

/** Milliseconds after which the page gets its turn again. */
const slice = 40;
/** Problems shown on the page; the file holds all. */
const mostShown = 20;

let done: readonly BatchCase[] = [];
let stopped = false;

/** What the buttons of the batch do, by name. */
export async function useBatch(
  live: LiveCalculator,
  tool: 'batch' | 'template' | 'save-batch' | 'stop-batch',
): Promise<void> {
  const { calculator, words } = live;
  const name = `${calculator.id}-batch`;
  if (tool === 'template')
    saveFile(`${calculator.id}-template.csv`, 'text/csv;charset=utf-8', batchTemplate(calculator, words));
  if (tool === 'save-batch')
    saveFile(`${name}.csv`, 'text/csv;charset=utf-8', batchCsv(calculator, words, done));
  if (tool === 'stop-batch') stopped = true;
  if (tool !== 'batch') return;
  const file = part(live.host, '[data-batch-file]', HTMLInputElement);
  const [chosen] = file.files ?? [];
  if (chosen) await runFile(live, await chosen.text());
}

/** Computes all cases of a file, a slice at a time, and tells how far it is. */
export async function runFile(live: LiveCalculator, text: string): Promise<void> {
  const { calculator, words } = live;
  const plan = planBatch(calculator, words, text);
  const told = (key: string, values: Record<string, string | number>) =>
    live.tell('[data-batch-told]', live.say({ key, values }));
  const panel = part(live.host, '[data-batch]', HTMLElement);
  const list = part(panel, '[data-batch-problems]', HTMLElement);
  list.innerHTML = '';
  done = [];
  stopped = false;
  if (plan.places.every((place) => place === null || place === 'case')) {
    const columns = Object.entries(calculator.fields).flatMap(([name, field]) =>
      field.kind === 'table' ? Object.keys(field.columns) : [name],
    );
    told('batch.none', { columns: columns.join(', ') });
    return;
  }
  const base = baseInputs(live);
  const all = casesOf(calculator, plan, base).length;
  const found: BatchCase[] = [];
  panel.toggleAttribute('aria-busy', true);
  let turn = performance.now();
  const model = await calculator.model();
  for (const one of runBatch(calculator, model, words, plan, base)) {
    found.push(one);
    if (stopped) break;
    if (performance.now() - turn < slice) continue;
    told('batch.progress', { done: found.length, all });
    await new Promise((resolve) => window.setTimeout(resolve));
    turn = performance.now();
  }
  panel.toggleAttribute('aria-busy', false);
  done = found;
  const bad = found.filter(({ messages }) => messages.length > 0);
  told('batch.done', { good: found.length - bad.length, bad: bad.length });
  const unknown =
    plan.unknown.length > 0
      ? [sayText(words, { key: 'batch.unknown', values: { columns: plan.unknown.join(', ') } }).text]
      : [];
  const messages = [...unknown, ...bad.flatMap((one) => one.messages)];
  list.innerHTML = messages
    .slice(0, mostShown)
    .map((message) => `<li>${escapeHtml(message)}</li>`)
    .join('');
  part(panel, '[data-tool="save-batch"]', HTMLButtonElement).disabled = found.length === 0;
}

/** What the file does not say: what stands in the form, or the worked example where the form is wrong. */
function baseInputs({ calculator, state, last }: LiveCalculator): Inputs {
  if (last !== null) return last.inputs;
  const reading = readInputs(calculator.fields, state.read());
  return reading.ok ? reading.inputs : {};
}
