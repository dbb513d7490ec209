import type { Computation, Face, Model, Success } from '../../calculators/define.ts';
import { type Driver, driversOf } from '../../calculators/drivers.ts';
import type { RawInputs } from '../../calculators/fields.ts';
import type { CalculatorId } from '../../calculators/load.ts';
import type { ChosenUnits } from '../../calculators/unit-choice.ts';
import { unpack } from './transfer.ts';
import type { ResultAnswer, VarianceAnswer, WorkRequest } from './worker.ts';

/** What a run in a worker gave. */
export interface Answer {
  readonly computation: Computation;
  readonly drivers: readonly Driver[];
}

/** Runs a calculator on the page, or in a worker where it takes long; a new run ends the one before. */
export class Runner {
  readonly #calculator: Face;
  readonly #id: CalculatorId;
  readonly #model: Model | null;
  #worker: Worker | null = null;
  #stop: (() => void) | null = null;

  /** Without a model it computes in workers only. */
  constructor(calculator: Face, id: CalculatorId, model: Model | null) {
    this.#calculator = calculator;
    this.#id = id;
    this.#model = model;
  }

  /** Computes at once. @throws whatever the calculator throws. */
  now(raw: RawInputs, units: ChosenUnits): Computation {
    if (this.#model === null) throw new Error(`${this.#id} is computed in a worker`);
    return this.#model.compute(raw, units);
  }

  /** Which inputs drive a result. */
  drivers(success: Success): readonly Driver[] {
    return this.#model === null ? [] : driversOf(this.#calculator, this.#model, success);
  }

  /** Computes in a worker; null where it was stopped. @throws Error where the worker fails. */
  async beside(raw: RawInputs, units: ChosenUnits): Promise<Answer | null> {
    const answer = await this.#ask<ResultAnswer>({ ask: 'result', id: this.#id, raw, units });
    return answer && { computation: unpack(answer.computation), drivers: answer.drivers };
  }

  /** Shares of the variance, computed in a worker; null where it was stopped. @throws Error where the worker fails. */
  variance(success: Success): Promise<VarianceAnswer | null> {
    return this.#ask<VarianceAnswer>({ ask: 'variance', id: this.#id, success });
  }

  /** A request and its answer, as worker.ts pairs them. */
  #ask<Found>(request: WorkRequest): Promise<Found | null> {
    this.stop();
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      this.#stop = () => resolve(null);
      worker.addEventListener('message', (event: MessageEvent<Found>) => {
        this.#end();
        resolve(event.data);
      });
      worker.addEventListener('error', (event) => {
        this.#end();
        reject(new Error(event.message));
      });
      worker.postMessage(request);
    });
  }

  /** Ends what is running. */
  stop(): void {
    this.#stop?.();
    this.#end();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#stop = null;
  }
}
