/** The components a contributor's text may use, and all that each of them takes. */

interface AttributeRule {
  readonly required: boolean;
  readonly values?: readonly string[];
  /** Names a file beside the text. */
  readonly file?: boolean;
}

interface ComponentRule {
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  readonly children: boolean;
  readonly example: string;
}

export const components: Readonly<Record<string, ComponentRule>> = {
  Note: {
    attributes: {
      kind: { required: true, values: ['caution', 'information', 'lesson', 'advice'] },
      title: { required: true },
    },
    children: true,
    example: '<Note kind="caution" title="Mind the stones">',
  },
  Picture: {
    attributes: {
      src: { required: true, file: true },
      alt: { required: true },
      caption: { required: false },
      credit: { required: true },
      licence: {
        required: true,
        values: ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0', 'CC-BY-NC-4.0', 'CC-BY-ND-4.0'],
      },
      people: { required: false, values: ['none', 'not-recognisable', 'with-consent'] },
    },
    children: false,
    example:
      '<Picture src="plot-3.jpg" alt="A fenced plot after ten years" credit="A. Person" licence="CC-BY-4.0" />',
  },
  DataTable: {
    attributes: {
      src: { required: true, file: true },
      caption: { required: true },
    },
    children: false,
    example: '<DataTable src="plots.csv" caption="Soil carbon by plot" />',
  },
};
