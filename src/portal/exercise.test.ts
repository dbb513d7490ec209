import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultTexts, fromAddress } from '../calculators/address.ts';
import { planBatch } from '../calculators/batch/plan.ts';
import { runBatch } from '../calculators/batch/run.ts';
import { estimateOf } from '../calculators/define.ts';
import { wordsOf } from '../calculators/words.ts';
import { learningPath } from '../schemas/learning-path.ts';
import { readEntry } from '../schemas/read-entry.ts';
import { exerciseCsv, workedExercise } from './exercise.ts';

const folder = 'content/learning-paths';

describe.each(readdirSync(folder))('the worked example of %s', (slug) => {
  const file = `${folder}/${slug}/index.mdx`;
  const { record } = readEntry(learningPath, readFileSync(file), file);
  if (!record) throw new Error(`${file} cannot be read`);
  const { exercise } = record;

  it('gives the same figures from its file and from its address', async () => {
    const worked = await workedExercise(exercise);
    const { id, calculator, success } = worked;
    const words = wordsOf(id, 'en');
    const start = calculator.compute(defaultTexts(calculator.fields));
    if (!start.ok) throw new Error('the first example is refused');
    const plan = planBatch(calculator, words, exerciseCsv(worked, exercise.case));
    expect(plan.unknown).toEqual([]);
    const [one, ...others] = [...runBatch(calculator, calculator, words, plan, start.inputs)];
    expect(others).toEqual([]);
    expect(one?.messages).toEqual([]);
    const again = calculator.compute(fromAddress(calculator, new URLSearchParams(worked.search)));
    for (const name of exercise.figures) {
      const { value } = estimateOf(success.result, name);
      expect(value, `${name} has no value`).not.toBeNull();
      expect(one?.result && estimateOf(one.result, name).value, name).toBe(value);
      expect(again.ok && estimateOf(again.result, name).value, name).toBe(value);
    }
  });
});

describe('a worked example', () => {
  const soil = { calculator: 'soc-stock', case: 'soc-01', figures: ['stock'] };

  it('stops the build where its calculator, case or figure does not exist', async () => {
    await expect(workedExercise({ ...soil, calculator: 'soil' })).rejects.toThrow('"soil"');
    await expect(workedExercise({ ...soil, case: 'soc-99' })).rejects.toThrow('"soc-99"');
    await expect(workedExercise({ ...soil, figures: ['layers'] })).rejects.toThrow('"layers"');
  });
});
