import { type Driver, driversOf } from '../../calculators/drivers.ts';
import type { RawInputs } from '../../calculators/fields.ts';
import { type CalculatorId, loadDefinition } from '../../calculators/load.ts';
import type { ChosenUnits } from '../../calculators/unit-choice.ts';
import { type Packed, pack } from './transfer.ts';

export interface WorkRequest {
  readonly id: CalculatorId;
  readonly raw: RawInputs;
  readonly units: ChosenUnits;
  /** Also ask which inputs drive the result, which takes as many runs as there are inputs. */
  readonly drivers: boolean;
}

export interface WorkAnswer {
  readonly computation: Packed;
  readonly drivers: readonly Driver[];
}

/** Computes beside the page, so that the page never stands still. */
self.addEventListener('message', (event: MessageEvent<WorkRequest>) => {
  void answer(event.data);
});

async function answer({ id, raw, units, drivers }: WorkRequest): Promise<void> {
  const calculator = await loadDefinition(id);
  const model = await calculator.model();
  const computation = model.compute(raw, units);
  const found = drivers && computation.ok ? driversOf(calculator, model, computation) : [];
  self.postMessage({ computation: pack(computation), drivers: found } satisfies WorkAnswer);
}
