import { isCalculatorId, loadDefinition } from '../../calculators/load.ts';
import type { Words } from '../../calculators/say.ts';
import { LiveCalculator } from './live.ts';
import { Runner } from './runner.ts';

/** Makes the form of a calculator live. Form and first result are in the page; the words that change are fetched. */
export async function start(host: HTMLElement): Promise<void> {
  const { calculator: id = '', words: address = '' } = host.dataset;
  if (!isCalculatorId(id)) throw new Error(`there is no calculator "${id}"`);
  const [calculator, answer] = await Promise.all([loadDefinition(id), fetch(address)]);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const model = calculator.slow ? null : await calculator.model(); // what is slow is computed by a worker
  const words = (await answer.json()) as Words; // the route that wrote it has the same type
  await new LiveCalculator(host, calculator, words, new Runner(calculator, id, model)).start();
}
