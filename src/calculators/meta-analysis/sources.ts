import type { Source } from '../define.ts';

export const sources: readonly Source[] = [
  {
    id: 'viechtbauer-2010',
    citation:
      'Viechtbauer, W. (2010). Conducting meta-analyses in R with the metafor package. Journal of Statistical Software 36(3), 1–48.',
    url: 'https://doi.org/10.18637/jss.v036.i03',
    supports: 'The models, tests, I², H² and prediction intervals, and the results they are compared with.',
  },
  {
    id: 'hedges-1999',
    citation:
      'Hedges, L. V., Gurevitch, J. and Curtis, P. S. (1999). The meta-analysis of response ratios in experimental ecology. Ecology 80, 1150–1156.',
    url: 'https://doi.org/10.1890/0012-9658(1999)080[1150:TMAORR]2.0.CO;2',
    supports: 'Log response ratio and its sampling variance (equation 1).',
  },
  {
    id: 'hedges-1981',
    citation:
      'Hedges, L. V. (1981). Distribution theory for Glass’s estimator of effect size and related estimators. Journal of Educational Statistics 6, 107–128.',
    url: 'https://doi.org/10.3102/10769986006002107',
    supports: 'Standardised mean difference with the exact correction for small samples.',
  },
  {
    id: 'viechtbauer-2005',
    citation:
      'Viechtbauer, W. (2005). Bias and efficiency of meta-analytic variance estimators in the random-effects model. Journal of Educational and Behavioral Statistics 30, 261–293.',
    url: 'https://doi.org/10.3102/10769986030003261',
    supports: 'Restricted maximum likelihood by Fisher scoring.',
  },
  {
    id: 'dersimonian-laird-1986',
    citation:
      'DerSimonian, R. and Laird, N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials 7, 177–188.',
    url: 'https://doi.org/10.1016/0197-2456(86)90046-2',
    supports: 'The method of moments for the variance between studies.',
  },
  {
    id: 'paule-mandel-1982',
    citation:
      'Paule, R. C. and Mandel, J. (1982). Consensus values and weighting factors. Journal of Research of the National Bureau of Standards 87, 377–385.',
    url: 'https://doi.org/10.6028/jres.087.022',
    supports: 'The third estimator of the variance between studies.',
  },
  {
    id: 'knapp-hartung-2003',
    citation:
      'Knapp, G. and Hartung, J. (2003). Improved tests for a random effects meta-regression with a single covariate. Statistics in Medicine 22, 2693–2710.',
    url: 'https://doi.org/10.1002/sim.1482',
    supports: 'Standard errors and Student’s t intervals that hold with few studies.',
  },
  {
    id: 'riley-2011',
    citation:
      'Riley, R. D., Higgins, J. P. T. and Deeks, J. J. (2011). Interpretation of random effects meta-analyses. BMJ 342, d549.',
    url: 'https://doi.org/10.1136/bmj.d549',
    supports: 'The prediction interval with k − 2 degrees of freedom.',
  },
  {
    id: 'egger-1997',
    citation:
      'Egger, M., Davey Smith, G., Schneider, M. and Minder, C. (1997). Bias in meta-analysis detected by a simple, graphical test. BMJ 315, 629–634.',
    url: 'https://doi.org/10.1136/bmj.315.7109.629',
    supports: 'Regression of effects on their standard errors.',
  },
  {
    id: 'begg-mazumdar-1994',
    citation:
      'Begg, C. B. and Mazumdar, M. (1994). Operating characteristics of a rank correlation test for publication bias. Biometrics 50, 1088–1101.',
    url: 'https://doi.org/10.2307/2533446',
    supports: 'Rank correlation of effects and variances.',
  },
  {
    id: 'lajeunesse-2015',
    citation:
      'Lajeunesse, M. J. (2015). Bias and correction for the log response ratio in ecological meta-analysis. Ecology 96, 2056–2063.',
    url: 'https://doi.org/10.1890/14-2402.1',
    supports: 'The warning for means near zero (Geary’s index below 3).',
  },
];
