import { csvOf, csvOfTable } from '../../calculators/result-csv.ts';
import { readRecord, recordOf } from '../../calculators/run-record.ts';
import type { LiveCalculator } from './live.ts';
import { saveFile } from './part.ts';

/** What the buttons below a result do, by name. */
export async function useTool(live: LiveCalculator, tool: string, button: HTMLButtonElement): Promise<void> {
  if (tool === 'link') await copyLink(live);
  if (tool === 'print') window.print();
  if (tool === 'save-run') await saveRun(live);
  if (tool === 'save-csv') await saveCsv(live);
  if (tool === 'save-table') await saveTable(live, button.dataset['table'] ?? '');
  if (tool === 'open-run') openRun(live);
  if (tool === 'keep' || tool === 'use' || tool === 'drop') {
    const { useScenario } = await import('./scenarios.ts');
    if (tool === 'keep') await live.result();
    useScenario(live, tool, button.dataset['scenario'] ?? '');
  }
  if (tool === 'fill' || tool === 'unfill') {
    const { useFill } = await import('./fill.ts');
    useFill(live, tool, button.dataset['table'] ?? '');
  }
  if (tool === 'variance') {
    const { showVariance } = await import('./variance.ts');
    await showVariance(live);
  }
  if (tool === 'batch' || tool === 'template' || tool === 'save-batch' || tool === 'stop-batch') {
    const { useBatch } = await import('./batch-panel.ts');
    await useBatch(live, tool);
  }
}

async function copyLink(live: LiveCalculator): Promise<void> {
  let told = 'status.copied';
  try {
    await navigator.clipboard.writeText(location.href);
  } catch {
    told = 'status.not-copied'; // not allowed, or not over https
  }
  live.tell('[data-told]', live.say(told));
}

async function saveRun(live: LiveCalculator): Promise<void> {
  const result = await live.result();
  if (result === null) return;
  const made = new Date().toISOString().slice(0, 10);
  const { calculator } = live;
  const [{ sources }, { factors }] = await Promise.all([calculator.display(), calculator.origin()]);
  const record = recordOf({ ...calculator, sources, factors }, result, { page: location.href, made });
  saveFile(`${calculator.id}-${made}.json`, 'application/json', `${JSON.stringify(record, null, 2)}\n`);
}

async function saveCsv(live: LiveCalculator): Promise<void> {
  const result = await live.result();
  if (result === null) return;
  const { calculator, words } = live;
  saveFile(`${calculator.id}.csv`, 'text/csv;charset=utf-8', csvOf(calculator, words, result));
}

/** Saves one table of the result. */
async function saveTable(live: LiveCalculator, name: string): Promise<void> {
  const result = await live.result();
  if (result === null) return;
  const { calculator } = live;
  saveFile(`${calculator.id}-${name}.csv`, 'text/csv;charset=utf-8', csvOfTable(calculator, result, name));
}

/** Asks for a file, and puts its inputs into the form; what is wrong with it is told. */
function openRun(live: LiveCalculator): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    void file?.text().then((text) => takeRun(live, text));
  });
  input.click();
}

/** The inputs of a saved run, put into the form. */
export function takeRun(live: LiveCalculator, text: string): void {
  const reading = readRecord(live.calculator, text);
  if (!reading.ok) {
    live.tell('[data-told]', live.say(`status.${reading.code}`));
    return;
  }
  live.state.units = {};
  live.state.writeInputs(reading.inputs);
  live.state.writeUnits();
  live.update('now');
  const told =
    reading.otherVersion === null
      ? 'status.opened'
      : { key: 'status.other-version', values: { version: reading.otherVersion } };
  live.tell('[data-told]', live.say(told));
}
