import { drawPlot } from '../charts/plot/draw.ts';
import type { IntervalPlot, LinePlot } from '../charts/plot/model.ts';
import { formatNumber } from '../i18n/format.ts';
import type { Answer, Synthesis } from './answer.ts';
import { studyName } from './row.ts';
import { percent, type SynthesisWords } from './words.ts';

/** Standard normal quantile of the funnel's limits. */
const reach = 1.959963984540054;

/**
 * Every study with its interval and weight, the pooled effect, and where a further place may lie.
 * @param intervals whether there is room to print them
 */
export function forestPlot(
  { studies }: Answer,
  { pooled }: Synthesis,
  words: SynthesisWords,
  intervals: boolean,
): IntervalPlot {
  const { locale } = words;
  const range = (low: number, high: number) => `${percent(low, locale)} … ${percent(high, locale)}`;
  const print = (value: number, low: number, high: number) =>
    intervals ? `${percent(value, locale)} (${range(low, high)})` : percent(value, locale);
  const largest = Math.max(...studies.map(({ weight }) => weight ?? 0));
  const rows = studies.map(({ study, effect, low, high, weight }) => ({
    name: studyName(study),
    value: effect,
    interval: [low, high] as const,
    printed: print(effect, low, high),
    weight: largest > 0 ? (weight ?? 0) / largest : 0,
  }));
  const { estimate, low, high, prediction } = pooled;
  const mean = {
    name: words.say('synthesis.pooled'),
    value: estimate,
    interval: low === null || high === null ? null : ([low, high] as const),
    printed: low === null || high === null ? percent(estimate, locale) : print(estimate, low, high),
    pooled: true,
  };
  const next = prediction && {
    name: words.say('synthesis.prediction'),
    value: estimate,
    interval: [prediction.low, prediction.high] as const,
    printed: intervals ? range(prediction.low, prediction.high) : '',
  };
  return {
    kind: 'intervals',
    x: { name: words.say('synthesis.axis'), unit: '', fromZero: false },
    reference: 0,
    rows: [...rows, mean, ...(next ? [next] : [])],
  };
}

/** Effects against their standard errors, with the limits that hold 95 % where all studies share one effect. */
export function funnelPlot({ studies }: Answer, { pooled }: Synthesis, words: SynthesisWords): LinePlot {
  const points = studies.map(({ effect, variance }) => [effect, Math.sqrt(variance)] as const);
  const top = Math.max(...points.map(([, error]) => error));
  const { estimate } = pooled;
  return {
    kind: 'lines',
    x: { name: words.say('synthesis.axis'), unit: '', fromZero: false },
    y: { name: words.say('synthesis.axis.error'), unit: '', fromZero: true, down: true },
    lines: [
      { name: words.say('synthesis.column.study'), tone: 'treated', style: 'points', points },
      {
        ...{ name: words.say('synthesis.funnel.limits'), tone: 'comparison', style: 'dashed' },
        points: [
          [estimate - reach * top, top],
          [estimate, 0],
          [estimate + reach * top, top],
        ],
      },
    ],
    marks: [{ axis: 'x', at: estimate, name: words.say('synthesis.pooled') }],
  };
}

interface DrawingWords {
  readonly id: string;
  readonly title: string;
  readonly says: string;
}

const wide = 640;
const narrow = 336;

/** The forest for wide pages, and for narrow ones with effects only printed. */
export function drawForest(
  answer: Answer,
  synthesis: Synthesis,
  words: SynthesisWords,
  said: DrawingWords,
): string {
  const at = (width: number, key: string, intervals: boolean) =>
    draw(forestPlot(answer, synthesis, words, intervals), words, { ...said, id: `${said.id}-${key}` }, width);
  return `<div class="figure-drawing"><div class="figure-wide">${at(wide, 'wide', true)}</div><div class="figure-narrow">${at(narrow, 'narrow', false)}</div></div>`;
}

/** The funnel, of one size for all pages. */
export function drawFunnel(
  answer: Answer,
  synthesis: Synthesis,
  words: SynthesisWords,
  said: DrawingWords,
): string {
  return `<div class="figure-drawing">${draw(funnelPlot(answer, synthesis, words), words, said, narrow)}</div>`;
}

function draw(
  plot: IntervalPlot | LinePlot,
  words: SynthesisWords,
  { id, title, says }: DrawingWords,
  width: number,
): string {
  const format = (value: number) => formatNumber(Number(value.toPrecision(6)), words.locale);
  return drawPlot(plot, { id, title, description: says }, { width, format }).svg;
}
