import type { Source } from '../define.ts';

export const sources: readonly Source[] = [
  {
    id: 'gitman-2003',
    citation: 'Gitman, L. J. (2003). Principles of Managerial Finance, Brief. 3rd edition. Addison-Wesley.',
    url: 'https://numpy.org/doc/1.17/reference/generated/numpy.npv.html',
    supports:
      'Net present value with year 0 not discounted (p. 346), and internal rate of return (p. 348), as the manual of NumPy cites them.',
  },
  {
    id: 'numpy-financial',
    citation:
      'NumPy Financial Developers (2019). numpy-financial: simple financial functions. Manual of npv, irr and pmt.',
    url: 'https://numpy.org/numpy-financial/',
    supports:
      'Printed worked examples of present value and internal rate; annuity with payments at the end of the year.',
  },
  {
    id: 'richards-stokes',
    citation:
      'Richards, K. R. and Stokes, C. A review of forest carbon sequestration cost studies: a dozen years of research.',
    url: 'https://studylib.net/doc/25181930/a-review-of-forest-carbon-sequestration-cost-studies--a-d..',
    supports:
      'That studies count a tonne in unlike ways, so that their costs per tonne cannot be compared: both ways are shown and named.',
  },
];
