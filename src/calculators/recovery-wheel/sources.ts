import type { Source } from '../define.ts';

export const sources: readonly Source[] = [
  {
    id: 'ser-australasia-wheel',
    citation: 'SER Australasia. Recovery wheel interactive tool.',
    url: 'https://seraustralasia.com/wheel/index.html',
    supports:
      'Eighteen parts in six attributes, scored 0–5; the score of an attribute is the mean of its three parts, the overall score the mean of the attributes.',
  },
  {
    id: 'gann-2019',
    citation:
      'Gann, G. D. et al. (2019). International principles and standards for the practice of ecological restoration. Second edition. Restoration Ecology 27, S1–S46.',
    url: 'https://doi.org/10.1111/rec.13035',
    supports: 'The standards that hold the Ecological Recovery Wheel.',
  },
  {
    id: 'ser-proforma-2015',
    citation: 'SER Australasia (2015). Evaluation of Ecosystem Recovery proforma.',
    url: 'https://studyres.com/doc/6300630/evaluation-of-ecosystem-recovery-proforma',
    supports: 'Names of the parts, and evidence beside each score; read in a copy.',
  },
  {
    id: 'ser-principle-4',
    citation:
      'SER Australasia. National Standards principle 4. In: National Standards for the Practice of Ecological Restoration in Australia.',
    url: 'https://www.seraustralasia.com/standards/principle4.html',
    supports: 'What five stars mean: a path to full recovery on which the ecosystem organises itself.',
  },
];
