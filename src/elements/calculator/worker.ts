import type { Success } from '../../calculators/define.ts';
import { type Driver, driversOf } from '../../calculators/drivers.ts';
import type { RawInputs } from '../../calculators/fields.ts';
import { type CalculatorId, loadDefinition } from '../../calculators/load.ts';
import type { ChosenUnits } from '../../calculators/unit-choice.ts';
import { type Variance, varianceOf } from '../../calculators/variance.ts';
import { type Packed, pack } from './transfer.ts';

/** A result with what drives it, which takes as many runs as there are inputs; or the shares of its variance. */
export type WorkRequest =
  | {
      readonly ask: 'result';
      readonly id: CalculatorId;
      readonly raw: RawInputs;
      readonly units: ChosenUnits;
    }
  | { readonly ask: 'variance'; readonly id: CalculatorId; readonly success: Success };

export interface ResultAnswer {
  readonly computation: Packed;
  readonly drivers: readonly Driver[];
}

export interface VarianceAnswer {
  readonly variance: Variance | null;
}

/** Computes beside the page, so that the page never stands still. */
self.addEventListener('message', (event: MessageEvent<WorkRequest>) => {
  void answer(event.data).then((found) => self.postMessage(found));
});

async function answer(request: WorkRequest): Promise<ResultAnswer | VarianceAnswer> {
  const calculator = await loadDefinition(request.id);
  const model = await calculator.model();
  if (request.ask === 'variance') return { variance: varianceOf(model, request.success) };
  const computation = model.compute(request.raw, request.units);
  const drivers = computation.ok ? driversOf(calculator, model, computation) : [];
  return { computation: pack(computation), drivers };
}
