import { writeCsv } from '../csv/write.ts';
import type { Answer, Comparison } from './answer.ts';
import { level, writeSettings } from './settings.ts';
import type { SynthesisWords } from './words.ts';

/** The name of the files of an answer. */
export const fileName = ({ question, settings }: Pick<Answer, 'question' | 'settings'>): string => {
  const differs = writeSettings({ ...settings, filters: { ...settings.filters, indicator: '' } });
  return differs === '' ? question.id : `${question.id}-narrowed`;
};

const columns = [
  'row',
  'study',
  'profile',
  'intervention',
  'indicator',
  'comparator',
  'unit',
  'mean_restored',
  'sd_restored',
  'n_restored',
  'mean_comparison',
  'sd_comparison',
  'n_comparison',
  'sd_filled',
  'years',
  'country',
  'dataset',
  'licence',
  'attribution',
  'citation',
  'address',
] as const;

/** The rows that entered an answer, each with what must stand beside it; standard deviations as they were used. */
export function usedRowsCsv({ comparisons }: Answer, words: SynthesisWords): string {
  return writeCsv([
    columns,
    ...comparisons.flatMap(({ parts }) =>
      parts.map(({ row, restored, other, filled }) => {
        const set = words.set(row.dataset);
        return [
          ...[row.id, row.study, row.profile, row.intervention, row.indicator, row.comparator, row.unit],
          ...[restored.mean, restored.sd, restored.n, other.mean, other.sd, other.n],
          ...[filled ? 'yes' : 'no', row.years, row.country, row.dataset, set.licence, set.attribution],
          ...[words.citation(row.dataset, row.source), `${set.url}#row-${row.id}`],
        ];
      }),
    ),
  ]);
}

/** A script for R that reads those rows and prints the numbers of the answer with ten digits. */
export function rScript(answer: Answer): string {
  const name = fileName(answer);
  const { correlation } = answer.settings;
  return `# ${answer.question.id}
# Global-ERCaN Knowledge Portal. Needs R with the package metafor; checked with metafor 3.8-1.
library(metafor)

rows <- read.csv("${name}.csv", na.strings = "", encoding = "UTF-8",
                 colClasses = c(row = "character", study = "character", profile = "character"))
r <- ${correlation} # correlation between layers of a profile and between effects of a study

# Layers of one profile are added up: means add, deviations with the correlation r.
sd_of_sum <- function(sd) sqrt((1 - r) * sum(sd^2) + r * sum(sd)^2)
key <- ifelse(is.na(rows$profile), rows$row, rows$profile)
effects <- do.call(rbind, lapply(split(rows, factor(key, unique(key))), function(part) data.frame(
  study = part$study[1],
  m1 = sum(part$mean_restored), sd1 = sd_of_sum(part$sd_restored), n1 = min(part$n_restored),
  m2 = sum(part$mean_comparison), sd2 = sd_of_sum(part$sd_comparison), n2 = min(part$n_comparison))))

# Log response ratio and its variance.
effects <- escalc(measure = "ROM", m1i = m1, sd1i = sd1, n1i = n1, m2i = m2, sd2i = sd2, n2i = n2, data = effects)

# Effects of one study are averaged (Borenstein et al. 2009, ch. 24).
average <- function(part) data.frame(
  study = part$study[1], yi = mean(part$yi),
  vi = ((1 - r) * sum(part$vi) + r * sum(sqrt(part$vi))^2) / nrow(part)^2)
studies <- do.call(rbind, lapply(split(effects, factor(effects$study, unique(effects$study))), average))

# Random effects: REML run to its end, Knapp and Hartung's intervals.
control <- list(threshold = 1e-12, maxiter = 10000)
fit <- rma(yi, vi, data = studies, slab = study, method = "REML", test = "knha", level = ${100 * level}, control = control)
again <- predict(fit)
without <- leave1out(fit)
egger <- regtest(fit, model = "lm")

show <- function(name, value) cat(sprintf("%s %.10f\\n", name, value), sep = "")
show("k", nrow(effects))
show("studies", fit$k)
show("estimate", fit$b[1])
show("se", fit$se)
show("low", fit$ci.lb)
show("high", fit$ci.ub)
show("prediction_low", again$pi.lb)
show("prediction_high", again$pi.ub)
show("tau2", fit$tau2)
show("I2", fit$I2)
show("Q", fit$QE)
show("Q_p", fit$QEp)
show(paste0("without_", studies$study), without$estimate)
show("egger_t", egger$zval)
show("egger_p", egger$pval)
if (nrow(effects) > nrow(studies)) {
  all <- rma(yi, vi, data = effects, method = "REML", control = control)
  clustered <- robust(all, cluster = effects$study)
  show("robust_estimate", clustered$b[1])
  show("robust_se", clustered$se)
}
# forest(fit, addpred = TRUE); funnel(fit)
`;
}

/** The comparisons of a question whose standard deviations were filled in. */
export function filledOf(comparisons: readonly Comparison[]): number {
  return comparisons.filter(({ filled }) => filled).length;
}
