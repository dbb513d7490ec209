import { wheel } from '../calculators/recovery-wheel/views.ts';
import { nameView } from '../calculators/view.ts';
import { wordsOf } from '../calculators/words.ts';
import { drawPlot, tableOf } from '../charts/plot/draw.ts';
import { formatDate, formatNumber } from '../i18n/format.ts';
import type { Locale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import type { RecoveryScores } from '../schemas/recovery.ts';
import type { Localized } from '../schemas/words.ts';
import { type PartScores, recoveryOf } from '../science/recovery.ts';
import { partIds } from '../science/recovery-parts.ts';
import type { CaseFigure } from './case-figures.ts';
import { joinSentences } from './estimates.ts';

const widths = [680, 344] as const;

export const recoveryId = 'figure-recovery';

/** The scores of a case as the wheel that the calculator draws; what has no entry was not assessed. */
export function recoveryFigure(recovery: Localized<RecoveryScores>, locale: Locale): CaseFigure {
  const t = translator(locale);
  const scores: PartScores = Object.fromEntries(recovery.scores.map(({ id, score }) => [id, score]));
  const { title, says, plot, format } = nameView(wordsOf('recovery-wheel', locale), 'wheel', wheel(scores));
  const text = joinSentences(
    [scoredSentence(recovery, locale), overallSentence(scores, locale), says],
    locale,
  );
  const id = recoveryId;
  const [wide, narrow] = widths.map((width) =>
    drawPlot(plot, { id: `${id}-${width}`, title, description: text }, { width, format }),
  ) as [CaseFigure['drawings'][0], CaseFigure['drawings'][1]];
  const { columns, rows } = tableOf(plot, { low: '', high: '', name: '' });
  const evidence = new Map(recovery.scores.map((one) => [one.id, one.evidence.text]));
  return {
    id,
    title,
    text,
    drawings: [wide, narrow],
    columns: [...columns, t('recovery.evidence')].map((label) => ({ label })),
    rows: rows.map((row, index) => {
      const part = partIds[index];
      const cells = row.map((cell) => (typeof cell === 'number' ? format(cell) : (cell ?? '')));
      return [...cells, (part && evidence.get(part)) ?? ''];
    }),
    sources: [...new Set(recovery.scores.flatMap(({ sources }) => sources))],
  };
}

function scoredSentence({ date, assessors, reference }: Localized<RecoveryScores>, locale: Locale): string {
  const words = { assessors: assessors.text, reference: reference.text };
  return translator(locale)('recovery.scored', { date: formatDate(date, locale), ...words });
}

function overallSentence(scores: PartScores, locale: Locale): string {
  const t = translator(locale);
  const { overall } = recoveryOf(scores);
  return overall === null
    ? t('recovery.incomplete')
    : t('recovery.overall', { score: formatNumber(overall, locale, 3) });
}
