import { estimateOf, type Success } from '../../calculators/define.ts';
import { headlineOf } from '../../calculators/headline.ts';
import { renderView } from '../../calculators/render/views.ts';
import { sayHtml } from '../../calculators/say.ts';
import { chosenUnit, outputValue } from '../../calculators/unit-choice.ts';
import type { LiveCalculator } from './live.ts';
import { part } from './part.ts';

const kept = new Map<string, Success>();
const letters = 'ABCDEFGH';
let watching = false;

/** Keeps the present run, brings one back, or removes it; the page shows all of them beside what is entered now. */
export function useScenario(live: LiveCalculator, tool: 'keep' | 'use' | 'drop', letter: string): void {
  const scenario = kept.get(letter);
  if (tool === 'keep' && live.last !== null) {
    const free = [...letters].find((one) => !kept.has(one));
    if (free !== undefined) kept.set(free, live.last);
  }
  if (tool === 'drop') kept.delete(letter);
  if (tool === 'use' && scenario) {
    live.state.writeInputs(scenario.inputs);
    live.update('now');
  }
  show(live);
  if (tool === 'drop') part(live.host, '[data-tool="keep"]', HTMLElement).focus();
  if (watching) return;
  watching = true;
  live.host.addEventListener('calculated', () => show(live));
}

function show(live: LiveCalculator): void {
  const { page, words } = live;
  const place = part(live.host, '[data-scenarios]', HTMLElement);
  const [name, output] = headlineOf(page.calculator, live.last?.inputs ?? {});
  const { code, symbol } = chosenUnit(output, page.units[`=${name}`]);
  const to = (value: number) => outputValue(output, { ...output, unit: code }, value);
  const now = live.last === null ? [] : [['', live.last] as const];
  const all = [...[...kept].sort(([a], [b]) => (a < b ? -1 : 1)), ...now];
  const rows = all.flatMap(([letter, { result }]) => {
    const { value, low, high } = estimateOf(result, name);
    if (value === null) return [];
    const interval = low === undefined || high === undefined ? null : ([to(low), to(high)] as const);
    const key = letter === '' ? 'scenario.now' : 'scenario.name';
    return [{ name: { key, values: { letter } }, value: to(value), interval }];
  });
  if (kept.size === 0) {
    place.innerHTML = '';
    return;
  }
  const axis = { name: { key: `output.${name}.label` }, symbol, fromZero: true };
  const figure = renderView(page, 'scenarios', { kind: 'intervals', x: axis, rows, digits: output.digits });
  const buttons = [...kept.keys()].sort().flatMap((letter) => {
    const values = { scenario: { key: 'scenario.name', values: { letter } } };
    return ['use', 'drop'].map(
      (act) =>
        `<button type="button" data-tool="${act}" data-scenario="${letter}">${sayHtml(words, { key: `button.${act}`, values })}</button>`,
    );
  });
  place.innerHTML = `${figure}<p class="actions">${buttons.join('')}</p>`; // everything in it is escaped
}
